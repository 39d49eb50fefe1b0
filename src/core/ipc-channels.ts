/** The one channel on which Electron's preload sends calls. */
export const callChannel = 'winnow:call'

/** The one channel on which Electron's main process sends events. */
export const eventChannel = 'winnow:event'
