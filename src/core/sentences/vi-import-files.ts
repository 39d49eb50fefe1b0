/** Sentences about what files with labels say, and where in them. */
export const viImportFiles: Readonly<Record<string, string>> = {
  'row {0}': 'hàng {0}',
  'task {0}': 'tác vụ {0}',

  'The file is longer than {0} characters. It is not read.': 'Tệp dài hơn {0} ký tự. Tệp không được đọc.',
  'The file ends before its array does: it was cut off, or is still being written.':
    'Tệp kết thúc trước khi hết mảng: tệp bị cắt cụt, hoặc vẫn đang được ghi.',
  'Its brackets nest deeper than {0}. It is not read.':
    'Các dấu ngoặc của mục này lồng nhau quá {0} tầng. Mục không được đọc.',
  'It is longer than {0} characters. It is not read.': 'Mục này dài hơn {0} ký tự. Mục không được đọc.',
  'It is not JSON: {0}.': 'Đây không phải JSON: {0}.',
  'It is no record of a document with labels: {0}.': 'Đây không phải bản ghi của một tài liệu có nhãn: {0}.',
  'It is no record of a document with labels: {0} at {1}.':
    'Đây không phải bản ghi của một tài liệu có nhãn: {0}, tại {1}.',
  'the id of the document is missing': 'thiếu mã riêng của tài liệu',
  'there are not as many labels as lines': 'số nhãn không bằng số dòng',

  'The table has no column named label in its first row. It has: {0}.':
    'Hàng đầu của bảng không có cột nào tên là label. Bảng có các cột: {0}.',
  'The table has neither a column named text nor columns named start and end. It has: {0}.':
    'Bảng không có cột text, cũng không có các cột start và end. Bảng có các cột: {0}.',
  'The table does not say which document a row belongs to, in a column named document, sha256 or url. It has: {0}.':
    'Bảng không cho biết mỗi hàng thuộc về tài liệu nào, trong một cột tên là document, sha256 hoặc url. Bảng có các cột: {0}.',
  'It has {0} cells and not {1}.': 'Hàng này có {0} ô chứ không phải {1}.',
  'Its {0} does not fit: {1}.': 'Giá trị ở cột {0} không phù hợp: {1}.',
  'is no whole number': 'không phải số nguyên',
  'It does not say where its segment starts and ends.':
    'Hàng này không nói đoạn của nó bắt đầu và kết thúc ở đâu.',
  'It does not say which document it belongs to.': 'Hàng này không nói nó thuộc về tài liệu nào.',
  'Its document has rows further up, with others between; this one and those that follow it are left out. Sort the table by document.':
    'Tài liệu của hàng này đã có các hàng ở phía trên, với hàng của tài liệu khác ở giữa; hàng này và các hàng tiếp sau bị bỏ qua. Hãy sắp xếp bảng theo tài liệu.',
  'It is longer than any row should be: a quotation mark in it may never be closed. Nothing is read from there on.':
    'Hàng này dài hơn mức một hàng có thể có: có lẽ một dấu ngoặc kép trong đó không được đóng. Từ đó trở đi không đọc gì nữa.',
  'The file ends within it: it was cut off, or is still being written. Nothing is read from there on.':
    'Tệp kết thúc giữa hàng này: tệp bị cắt cụt, hoặc vẫn đang được ghi. Từ đó trở đi không đọc gì nữa.',

  'It is no label, tab and text.': 'Dòng này không gồm nhãn, ký tự tab và văn bản.',
  'The token “{0}” has no tag.': 'Token “{0}” không có thẻ.',
  'The tag “{0}” is neither O nor a label with what it begins or goes on with, as B-body.':
    'Thẻ “{0}” không phải O, cũng không phải nhãn kèm dấu mở đầu hoặc tiếp nối, như B-body.',
  'It has neither label nor entities.': 'Mục này không có label, cũng không có entities.',
  'It has labels from more than one control of the labelling configuration.':
    'Mục này có nhãn từ nhiều hơn một thành phần của cấu hình gán nhãn.',
  'Its regions are marked in HTML and not in text, which Winnow cannot place.':
    'Các vùng của mục này được đánh dấu trong HTML chứ không phải trong văn bản, nên Winnow không xác định được vị trí.',
  'One of its regions has no start, end and labels.': 'Một vùng của mục này không có start, end và labels.',
  'Its region at {0} has two labels, “{1}” and “{2}”; a segment has one.':
    'Vùng ở vị trí {0} có hai nhãn, “{1}” và “{2}”; mỗi đoạn chỉ có một nhãn.',
  'Its answer is reject: its labels are said to be wrong.':
    'Câu trả lời là reject: các nhãn của mục này bị coi là sai.',
}
