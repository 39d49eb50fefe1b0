/** The world of the preload in every page, the function by which it sends, and the one by which it is sent to. */
declare const names: { preloadWorldName: string; bindingName: string; receiverName: string }
export = names
