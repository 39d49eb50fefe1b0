/**
 * What the interface asks its window for without drawing anything: the kind of keyboard, signs of life, and when the
 * next picture is due. To be made global, by name, before `press-keys.ts` is loaded.
 */
export function screenStandIns(): Readonly<Record<string, unknown>> {
  const shared = {
    navigator: { platform: '' },
    document: Object.assign(new EventTarget(), { hidden: false, visibilityState: 'visible' }),
    requestAnimationFrame: (then: () => void) => setTimeout(then, 0),
    cancelAnimationFrame: clearTimeout,
  }
  return { ...shared, window: Object.assign(new EventTarget(), shared) }
}
