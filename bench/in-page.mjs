/**
 * Runs in the page. From a key press until after the next paint, in ms, for each of `presses` presses: a frame's
 * callback runs before its paint, a message posted from there arrives after it.
 */
export async function watchKeys() {
  window.keyTimes = []
  const channel = new MessageChannel()
  let began = 0
  channel.port1.onmessage = () => window.keyTimes.push(performance.now() - began)
  window.addEventListener(
    'keydown',
    (event) => {
      began = event.timeStamp
      requestAnimationFrame(() => channel.port2.postMessage(null))
    },
    { capture: true },
  )
}

/** Runs in the page. Resolves after the next paint. */
export const painted = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve(undefined)
    requestAnimationFrame(() => channel.port2.postMessage(null))
  })

/** Runs in the page. Opens a document with a click in Winnow's list; ms until its labels are painted. */
export async function openInWinnow({ name, firstLine }) {
  const button = [...document.querySelectorAll('.document-row')].find((each) => each.title.startsWith(name))
  const began = performance.now()
  button.click()
  const drawn = () => {
    const row = document.querySelector('[role=option]')
    return (
      row?.textContent.includes(firstLine) &&
      row.querySelector('[data-colour]') &&
      document.querySelector('.raw-row[data-colour]')
    )
  }
  while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = resolve
    channel.port2.postMessage(null)
  })
  return performance.now() - began
}

/** Runs in the page. Opens a document in the bare list; ms until its rows are painted. */
export async function openInBareList(name) {
  const began = performance.now()
  await window.openDocument(name)
  await new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = resolve
    requestAnimationFrame(() => channel.port2.postMessage(null))
  })
  return performance.now() - began
}
