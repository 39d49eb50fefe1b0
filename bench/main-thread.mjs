/**
 * How long the page's own work has kept its main thread so far, in ms of processor time: scripts, styles and layout, not
 * painting. Another program that is busy makes it no longer.
 */
export async function mainThread(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const seconds = (name) => metrics.find((metric) => metric.name === name).value
    return 1000 * (seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration'))
  }
}
