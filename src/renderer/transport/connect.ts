import { bridgeConnection } from './bridge-connection.ts'
import type { Connection } from './connection.ts'
import { httpConnection } from './http-connection.ts'

/** Connects over the preload's bridge where there is one, else to the web host that served the page. */
export const connect = (): Connection => (window.winnow ? bridgeConnection(window.winnow) : httpConnection())
