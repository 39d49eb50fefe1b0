/** The English messages of the practice page. */
export const enPractice = {
  'command.practice': 'Practise on a page with known labels',
  'practice.title': 'Practice page',
  'practice.hint': 'An invented page, with the keys of the segment list. Nothing is saved.',
  'practice.other-labels':
    'This corpus has labels of its own; the page is labelled with those of the simple set.',
  'practice.open': 'Practise labelling',
  'practice.open-hint': 'One page, a few minutes: you are told at once what is right, and why.',
  'practice.leave': 'Leave the practice',
  'practice.segments': 'Segments to practise on',
  'practice.feedback': 'Feedback',
  'practice.left_one': '{{count}} segment has no label yet.',
  'practice.left_other': '{{count}} segments have no label yet.',
  'practice.right': 'right',
  'practice.wrong': 'not right',
  'practice.is-right': 'Right: {{label}}.',
  'practice.is-wrong': 'Not {{given}}, but {{label}}.',
  'practice.result': '{{right}} of {{total}} as the guidelines have them',
  'practice.look-again': 'Go to a segment to see once more why. Labels can still be changed.',
  'practice.again': 'Begin again',
}
