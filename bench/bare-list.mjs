import { createServer } from 'node:http'
import { documentText } from './corpus.mjs'

/**
 * The bare reference for what a browser must do at least: fetch the text, cut it into lines, draw the rows that are
 * seen at a fixed height; on a key, mark the next row. Nothing else: no second pane, no labels, no saving.
 */
const page = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 14px/20px sans-serif } #scroll { height: 100vh; overflow: auto; position: relative }
.row { position: absolute; left: 0; right: 0; height: 34px; overflow: hidden } .row.on { background: gold }
</style><div id="scroll"><div id="all"></div></div><script>
let lines = [], current = 0
const scroll = document.getElementById('scroll'), all = document.getElementById('all')
function draw() {
  const from = Math.max(0, Math.floor(scroll.scrollTop / 34) - 8)
  const to = Math.min(lines.length, from + Math.ceil(scroll.clientHeight / 34) + 16)
  all.replaceChildren(...Array.from({ length: to - from }, (_, n) => {
    const row = document.createElement('div')
    row.className = from + n === current ? 'row on' : 'row'
    row.style.top = (from + n) * 34 + 'px'
    row.textContent = lines[from + n]
    return row
  }))
}
async function openDocument(name) {
  lines = (await (await fetch('/' + encodeURIComponent(name))).text()).split('\\n')
  all.style.height = lines.length * 34 + 'px'
  current = 0
  scroll.scrollTop = 0
  draw()
}
scroll.onscroll = draw
addEventListener('keydown', (event) => {
  if (event.key !== 'b') return
  current = Math.min(current + 1, lines.length - 1)
  const top = current * 34
  if (top + 34 > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + 34 - scroll.clientHeight
  draw()
})
</script>`

/** Serves the bare list on a free port; resolves to its address and the function that ends it. */
export async function startBareList() {
  const server = createServer((request, response) => {
    const lines = Number.parseInt(decodeURIComponent(request.url.slice(1)), 10)
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(page)
    else response.setHeader('content-type', 'text/plain; charset=utf-8').end(documentText(lines || 0))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, end: () => server.close() }
}
