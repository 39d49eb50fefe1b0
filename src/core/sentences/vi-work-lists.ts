/** Sentences about work lists. */
export const viWorkLists: Readonly<Record<string, string>> = {
  'work list': 'danh sách việc',
  'There is no work list “{0}” in this corpus.': 'Không có danh sách việc “{0}” trong kho này.',
  'There are none yet.': 'Chưa có danh sách nào.',
  'There are: {0}.': 'Hiện có: {0}.',
  'There is a work list “{0}” already: {1}. It is untouched. Choose another name, or say that it is to be replaced.':
    'Đã có danh sách việc “{0}”: {1}. Nó vẫn nguyên vẹn. Hãy chọn tên khác, hoặc cho biết là muốn thay danh sách cũ.',
  'The work list would have {0} documents; the most are {1}. Nothing was made. Take a sample, or filter more.':
    'Danh sách việc sẽ có {0} tài liệu; nhiều nhất là {1}. Chưa lập gì cả. Hãy lấy một mẫu, hoặc lọc thêm.',
  'The work list was not made, as you stopped it.': 'Danh sách việc chưa được lập vì bạn đã dừng.',
  'All documents are shown.': 'Mọi tài liệu đều được hiển thị.',
}
