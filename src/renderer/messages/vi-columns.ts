/** The Vietnamese messages about metadata columns in the list of documents. */
export const viColumns = {
  'column.choice': 'Theo cột',
  'column.repeated': 'Dòng có ở trang khác, %',
  'column.none': 'không chọn',
  'column.hint': 'chữ, = từ, > 0.5',
  'column.filter': 'Chỉ những tài liệu có {{column}} là',
  'column.leave': 'Thôi dùng cột {{column}}',
  'column.reading': 'Đang đọc cột',
  'column.read': 'Đã đọc {{share}}',
  'column.stop': 'Dừng',
  'column.again': 'Đọc lại',
  'column.missing_other': 'Chưa biết giá trị của {{count}} tài liệu',
  'column.dropped_other':
    'Cột này có quá nhiều giá trị khác nhau: {{count}} tài liệu được coi là không có giá trị.',
  'list.by-column': 'Cột',
  'list.by-reader': 'Loại tệp',
}
