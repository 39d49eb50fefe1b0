import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GroupedRows, groupedBySite } from '../../../../src/core/listing/site-groups.ts'

const sites = fc.array(fc.constantFrom('', 'a.vn', 'b.vn', 'c.org'))

it('gathers documents by site and keeps the order of the list', () => {
  fc.assert(
    fc.property(sites, (siteOfDocument) => {
      const order = Int32Array.from(siteOfDocument.keys()).reverse()
      const siteAt = (document: number): string => siteOfDocument[document] ?? ''
      const grouped = groupedBySite(order, siteAt)
      const bySite = new Map<string, number[]>()
      for (const document of order)
        bySite.set(siteAt(document), [...(bySite.get(siteAt(document)) ?? []), document])
      expect([...grouped.order]).toEqual([...bySite.values()].flat())
      expect(grouped.groups.map(({ site }) => site)).toEqual([...bySite.keys()])
      expect(grouped.groups.map(({ start, end }) => end - start)).toEqual(
        [...bySite.values()].map(({ length }) => length),
      )
    }),
  )
})

it('has a row for each group and for each document of those that are open, and finds them', () => {
  fc.assert(
    fc.property(sites, fc.array(fc.constantFrom('', 'a.vn', 'c.org')), (siteOfDocument, closedSites) => {
      const closed = new Set<string>(closedSites)
      const { order, groups } = groupedBySite(
        Int32Array.from(siteOfDocument.keys()),
        (document) => siteOfDocument[document] ?? '',
      )
      const rows = new GroupedRows(groups, closed)
      const expected = groups.flatMap((group) => [
        { group, position: null },
        ...(closed.has(group.site)
          ? []
          : Array.from({ length: group.end - group.start }, (_, n) => ({
              group,
              position: group.start + n,
            }))),
      ])
      expect(Array.from({ length: rows.length }, (_, row) => rows.at(row))).toEqual(expected)
      expect(rows.at(-1)).toBeUndefined()
      expect(rows.at(rows.length)).toBeUndefined()
      order.forEach((_, position) => {
        const row = rows.at(rows.rowOf(position))
        expect(row?.group.start).toBeLessThanOrEqual(position)
        expect(row?.group.end).toBeGreaterThan(position)
        expect(row?.position).toBe(closed.has(row?.group.site ?? '') ? null : position)
      })
    }),
  )
})
