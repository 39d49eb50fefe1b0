import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

// An annotator at work, as a process of its own, so that what it measures is the host and not whoever attacks it. Is
// started with the address of the host and the cookie; told anything, it sends how long each call took since, in ms.

const [origin, cookie] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function call(name, asked) {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin, 'content-type': 'application/json' }
    const sent = request(`${origin}/api/${name}`, { method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        const reply = response.statusCode === 200 ? JSON.parse(text) : { ok: false, message: text }
        if (reply.ok) resolve(reply.value)
        else reject(new Error(`${name}: ${reply.message}`))
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(asked))
  })
}

const failures = []
let taken = []
let isAsked = false
process.on('message', () => {
  isAsked = true
})
process.on('disconnect', () => process.exit(0))

const { given } = await call('home', {})
const { folder } = await call('openCorpus', { folder: given[0].id })
const corpus = folder.id
const document = 'page.txt'
const { bounds } = await call('openDocument', { corpus, document })
const [start, end] = bounds
const marks = ['body', 'caption', 'body'].map((label) => ({ label, by: 'human' }))
let before = { label: null, by: null }
for (let turn = 0; ; turn++) {
  const after = marks[turn % 2]
  const runs = [{ start, end, count: 1, before, after }]
  const began = performance.now()
  try {
    await call('applyEdits', { corpus, document, client: 'annotator', edits: [{ kind: 'label', runs }] })
    before = after
  } catch (error) {
    failures.push(String(error))
  }
  taken.push(performance.now() - began)
  // With the call that was under way when it was asked, which may be the one that waited.
  if (isAsked) {
    process.send({ taken, failures })
    isAsked = false
    taken = []
  }
  await sleep(20)
}
