import { i18n } from '../messages/i18n.ts'

/** So many segments in so many documents, in words; each number with its own plural. */
export const segmentsInDocuments = (segments: number, documents: number): string =>
  i18n.t('repeats.segments-in', {
    segments: i18n.t('repeats.segments', { count: segments }),
    documents: i18n.t('repeats.documents', { count: documents }),
  })
