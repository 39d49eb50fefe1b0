import { tortureByAttacks } from './attacks.ts'
import { tortureByDamage } from './damage.ts'
import { tortureByDumps } from './damaged-dumps.ts'
import { tortureByFaults } from './faults.ts'
import { tortureByKills } from './kills.ts'
import { tortureByOtherPrograms } from './other-programs.ts'
import { tortureBySlowness } from './slow-disk.ts'
import { soakService } from './soak-service.ts'
import { soakWindow } from './soak-window.ts'
import type { Torture } from './tally.ts'
import { tortureByTwoHosts } from './two-hosts.ts'
import { tortureByFullDisk } from './unsaved.ts'

/** All that is done to Winnow on purpose, by the name of its class, in the order of the table. */
export const classes: ReadonlyMap<string, Torture> = new Map<string, Torture>([
  ['kill -9', tortureByKills],
  ['a failing disk', tortureByFaults],
  ['a full disk', tortureByFullDisk],
  ['a slow disk', tortureBySlowness],
  ['other programs', tortureByOtherPrograms],
  ['two hosts', tortureByTwoHosts],
  ['a long day, in the service', soakService],
  ['a long day, in a window', soakWindow],
  ['attacks', tortureByAttacks],
  ['damaged files', tortureByDamage],
  ['damaged dumps', tortureByDumps],
])
