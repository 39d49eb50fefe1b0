/** The English messages about segments to review, as the dump changed under their labels. */
export const enToReview = {
  'segments.to-review': 'to review',
  'inspector.to-review': 'to review',
  'inspector.to-review-why':
    'The dump changed since it was labelled: this text is new, or may be another one of several alike.',
  'inspector.confirm': 'Leave as it is',
  'command.next-to-review': 'Next segment to review',
  'command.confirm-segment': 'Leave what is to review as it is, and go to the next',
  'notice.nothing-to-review': 'Nothing in this document is to review.',
  'notice.not-to-review': 'What is selected is not to review.',
}
