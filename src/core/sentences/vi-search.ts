/** Sentences about searching in documents and over the corpus. */
export const viSearch: Readonly<Record<string, string>> = {
  'This Winnow does not search. Open the corpus in its window instead.':
    'Bản Winnow này không tìm kiếm được. Hãy mở kho ngữ liệu trong cửa sổ của nó.',
  'The search was cancelled.': 'Việc tìm kiếm đã bị dừng.',
  '“{0}” is no regular expression: {1}. Correct it, or search for it as plain text.':
    '“{0}” không phải là biểu thức chính quy: {1}. Hãy sửa lại, hoặc tìm nó như văn bản thường.',
  'The regular expression “{0}” was stopped after {1} seconds in “{2}”: it tries too many ways to match. Make it simpler, for example without repetitions inside repetitions.':
    'Biểu thức chính quy “{0}” đã bị dừng sau {1} giây ở “{2}”: nó thử quá nhiều cách khớp. Hãy viết đơn giản hơn, chẳng hạn không lồng phép lặp trong phép lặp.',
  'Its labels do not fit it any more. Open it to settle them; the other documents are not affected.':
    'Nhãn của nó không còn khớp với nó. Hãy mở tài liệu để quyết định về các nhãn; các tài liệu khác không bị ảnh hưởng.',
}
