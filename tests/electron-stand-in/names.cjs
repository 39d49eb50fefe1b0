/** The world of the preload in every page, the function by which it sends, and the one by which it is sent to. */
module.exports = {
  preloadWorldName: 'electron-stand-in-preload',
  bindingName: 'electronStandInSend',
  receiverName: 'electronStandInReceive',
}
