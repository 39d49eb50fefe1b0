const names = ['127.0.0.1', 'localhost']

/**
 * What the header `Host` may say for a host on `port`. A page of a foreign name that was made to point at 127.0.0.1
 * (DNS rebinding) still sends its own name, and is known by it.
 */
export function allowedHosts(port: number): ReadonlySet<string> {
  // URL leaves out the port where it is the scheme's own, as browsers do.
  return new Set(names.map((name) => new URL(`http://${name}:${port}`).host))
}
