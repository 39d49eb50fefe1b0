/** The scheme under which Electron loads the interface. */
export const appScheme = 'app'

/** The one host of that scheme. */
export const appHost = 'winnow'

/** The origin of the interface, as a frame tells it. */
export const appOrigin = `${appScheme}://${appHost}`

/** The page of every window. */
export const appPage = `${appOrigin}/index.html`
