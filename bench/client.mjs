/** A client of the web host at the address it printed: calls, and the events of one kind as they come. */
export async function connect(url) {
  const { origin } = new URL(url)
  const handed = await fetch(url, { redirect: 'manual' })
  const cookie = handed.headers.get('set-cookie').split(';')[0]
  const call = async (name, request) => {
    const response = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(request),
    })
    const reply = await response.json()
    if (!reply.ok) throw new Error(reply.message)
    return reply.value
  }
  /** Calls `listener` with the payload of each event named `name`; returns the function that ends it. */
  const listen = async (name, listener) => {
    const ended = new AbortController()
    const { body } = await fetch(`${origin}/api/events`, {
      headers: { cookie, origin },
      signal: ended.signal,
    })
    const read = async () => {
      let text = ''
      for await (const part of body.pipeThrough(new TextDecoderStream())) {
        const messages = (text + part).split('\n\n')
        text = messages.pop()
        for (const message of messages) {
          const data = /^data: ?(.*)$/m.exec(message)?.[1]
          const event = data && JSON.parse(data)
          if (event?.name === name) listener(event.payload)
        }
      }
    }
    read().catch((error) => {
      if (!ended.signal.aborted) throw error
    })
    return () => ended.abort()
  }
  return { call, listen }
}
