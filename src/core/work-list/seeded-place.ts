const mixed = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Where a document stands in the order that a seed puts all documents in: a number below 2^53 that depends on nothing
 * but both, so that documents which come to a corpus later move no other. Two lanes over the UTF-16 units of the id,
 * with the finaliser of MurmurHash3 (Appleby 2011).
 */
export function seededPlace(document: string, seed: number): number {
  let one = seed ^ 0x9747b28c
  let two = mixed(seed + 1)
  for (let at = 0; at < document.length; at++) {
    const unit = document.charCodeAt(at)
    one = Math.imul(one ^ unit, 0xcc9e2d51)
    one = (one << 13) | (one >>> 19)
    two = Math.imul(two ^ unit, 0x1b873593)
    two = (two << 15) | (two >>> 17)
  }
  const low = mixed(one ^ document.length)
  const high = mixed(two ^ low)
  return (high & 0x1f_ffff) * 0x1_0000_0000 + low
}
