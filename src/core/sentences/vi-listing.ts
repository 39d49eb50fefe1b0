/** Sentences about listing a corpus, its columns. */
export const viListing: Readonly<Record<string, string>> = {
  'The folder {0} does not exist. It may have been moved or renamed, or its disk is not connected.':
    'Thư mục {0} không tồn tại. Có thể nó đã được chuyển chỗ hoặc đổi tên, hoặc đĩa chứa nó chưa được kết nối.',
  'The folder {0} could not be read: {1}. Choose another folder, or change its permissions.':
    'Không đọc được thư mục {0}: {1}. Hãy chọn thư mục khác, hoặc đổi quyền truy cập của nó.',
  'it is not a folder': 'đó không phải là thư mục',
  'The folder {0} was left out: {1}.': 'Thư mục {0} bị bỏ qua: {1}.',
  'The file {0} was left out: {1}.': 'Tệp {0} bị bỏ qua: {1}.',
  'The file {0} was left out: it does not hold what its name says.':
    'Tệp {0} bị bỏ qua: nội dung không đúng như tên tệp cho biết.',
  '{0} was left out: its name has a backslash. Rename it.':
    '{0} bị bỏ qua: tên có dấu gạch chéo ngược. Hãy đổi tên.',
  'its name is not UTF-8; rename it': 'tên không phải UTF-8; hãy đổi tên',
  'A file without a reader cannot be listed.': 'Không thể liệt kê một tệp không rõ cách đọc.',
}
