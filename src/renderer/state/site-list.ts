import type { Controller } from './controller.ts'

/** Groups the list by site, or no longer. */
export function toggleGrouping({ store }: Pick<Controller, 'store'>): void {
  store.setState(({ listGrouped }) => ({ listGrouped: !listGrouped }))
}

/** Hides the documents of a site in a grouped list, or shows them again. */
export function toggleSite({ store }: Pick<Controller, 'store'>, site: string): void {
  store.setState(({ closedSites }) => {
    const closed = new Set(closedSites)
    if (!closed.delete(site)) closed.add(site)
    return { closedSites: closed }
  })
}
