/** Sentences about reading dumps and datasets of all kinds. */
export const viReaders: Readonly<Record<string, string>> = {
  // Where in a file.
  'byte {0}': 'byte {0}',
  'line {0}': 'dòng {0}',
  'record {0}': 'bản ghi {0}',
  'rows {0} to {1}': 'hàng {0} đến {1}',
  'One more record was left out.': 'Còn một bản ghi nữa bị bỏ qua.',
  '{0} more records were left out.': 'Còn {0} bản ghi nữa bị bỏ qua.',

  // Whole files.
  'The dump {0} has more than {1} MB; Winnow opens documents of up to that. Split it into smaller files. The other documents are not affected.':
    'Bản dump {0} lớn hơn {1} MB, mức lớn nhất của một tài liệu mà Winnow mở được. Hãy chia nó thành những tệp nhỏ hơn. Các tài liệu khác không bị ảnh hưởng.',
  'The file {0} is not plain text: character {1} is NUL. The other documents are not affected.':
    'Tệp {0} không phải văn bản thuần: ký tự thứ {1} là NUL. Các tài liệu khác không bị ảnh hưởng.',
  'The file {0} is in UTF-32, which Winnow does not read in CSV. Convert it to UTF-8. The other documents are not affected.':
    'Tệp {0} có bảng mã UTF-32, mà Winnow không đọc CSV bằng bảng mã này. Hãy chuyển tệp sang UTF-8. Các tài liệu khác không bị ảnh hưởng.',
  'The file {0} could not be read as Parquet: {1}. The other documents are not affected.':
    'Không đọc được tệp {0} dưới dạng Parquet: {1}. Các tài liệu khác không bị ảnh hưởng.',
  'it is encrypted': 'tệp được mã hóa',
  'its end is missing, which says where everything is; it was probably not copied whole':
    'thiếu phần cuối, nơi ghi vị trí của mọi thứ; có lẽ tệp chưa được sao chép trọn vẹn',
  'its footer is damaged': 'phần cuối tệp bị hỏng',

  // Records, lines and rows; what is said of one of them may leave it unnamed, as its place stands beside it.
  'Line {0} of {1} cannot be read as a document: {2} The other documents are not affected.':
    'Không đọc được dòng {0} của {1} thành tài liệu: {2} Các tài liệu khác không bị ảnh hưởng.',
  'Record {0} of {1} cannot be read as a document: {2} The other documents are not affected.':
    'Không đọc được bản ghi {0} của {1} thành tài liệu: {2} Các tài liệu khác không bị ảnh hưởng.',
  'Row {0} of {1} cannot be read as a document: {2} The other documents are not affected.':
    'Không đọc được hàng {0} của {1} thành tài liệu: {2} Các tài liệu khác không bị ảnh hưởng.',
  'The line is empty. The file has changed since it was listed.':
    'Dòng này trống. Tệp đã thay đổi sau khi được liệt kê.',
  'There is no such row. The file has changed since it was listed.':
    'Không có hàng đó. Tệp đã thay đổi sau khi được liệt kê.',
  'It is not where it was. The file has changed since it was listed.':
    'Bản ghi không còn ở chỗ cũ. Tệp đã thay đổi sau khi được liệt kê.',
  'The file breaks off within it.': 'Tệp bị đứt ngay giữa bản ghi này.',
  'It is longer than {0} MB.': 'Dòng này dài hơn {0} MB.',
  'It is not JSON: {0}': 'Dòng này không phải JSON: {0}',
  'A quotation mark in it is not closed; Winnow went on with the next line.':
    'Có dấu ngoặc kép chưa được đóng; Winnow đọc tiếp từ dòng sau.',
  'It has {0} column and not {1}.': 'Bản ghi này có {0} cột chứ không phải {1}.',
  'It has {0} columns and not {1}.': 'Bản ghi này có {0} cột chứ không phải {1}.',

  // Columns.
  'No column with text was found in this file. Choose one for the corpus.':
    'Không tìm thấy cột văn bản nào trong tệp này. Hãy chọn một cột cho kho ngữ liệu.',
  'It has no column “{0}”.': 'Không có cột “{0}”.',
  'It holds {0} and no columns.': 'Ở đây là {0}, không có cột nào.',
  'Its column “{0}” holds {1}, not text.': 'Cột “{0}” chứa {1}, không phải văn bản.',
  nothing: 'giá trị trống',
  'a list': 'một danh sách',
  'a number': 'một số',
  'yes or no': 'giá trị đúng hoặc sai',
  text: 'văn bản',
  columns: 'các cột',
  'Its column “{0}” does not hold text.': 'Cột “{0}” không chứa văn bản.',
  'One row has nothing in the column “{0}”.': 'Một hàng không có gì trong cột “{0}”.',
  '{0} rows have nothing in the column “{1}”.': '{0} hàng không có gì trong cột “{1}”.',
  'Its column “{0}” cannot be read: {1}.': 'Không đọc được cột “{0}”: {1}.',
  'its values are in another file or encrypted': 'các giá trị nằm ở tệp khác hoặc được mã hóa',
  'it is compressed with {0}, which Winnow cannot undo':
    'cột được nén bằng {0}, mà Winnow không giải nén được',
  'a page has a wrong length': 'một trang dữ liệu có độ dài sai',
  'a page of it says that it has more values than there are':
    'một trang dữ liệu khai nhiều giá trị hơn số thực có',
  'a page of it is shorter than it says': 'một trang dữ liệu ngắn hơn độ dài được khai',
  'a page of it has more than {0} MB': 'một trang dữ liệu lớn hơn {0} MB',
  'a row is missing in it': 'thiếu một hàng',

  // Compressed files.
  'Everything before that is there.': 'Mọi thứ trước chỗ đó vẫn còn.',
  'It grows to more than {0} times its size, as only files do that were made to fill memory and disks.':
    'Tệp giãn ra hơn {0} lần kích thước của nó, như những tệp được tạo ra để làm đầy bộ nhớ và đĩa.',
  'It ends early, in the middle of its gzip data.': 'Tệp kết thúc sớm, ngay giữa dữ liệu gzip.',
  'Its gzip data is damaged at byte {0}: {1}.': 'Dữ liệu gzip bị hỏng ở byte {0}: {1}.',
  'invalid data': 'dữ liệu không hợp lệ',
  'no gzip data follows there': 'từ đó không còn là dữ liệu gzip',
  'It ends early, in the middle of its zstd data.': 'Tệp kết thúc sớm, ngay giữa dữ liệu zstd.',
  'Its zstd data is damaged at byte {0}: {1}.': 'Dữ liệu zstd bị hỏng ở byte {0}: {1}.',
  'no zstd data follows there': 'từ đó không còn là dữ liệu zstd',
  'a block is of no known kind or too long': 'có khối thuộc loại không rõ hoặc quá dài',
  '{0} bytes came out where {1} should have': 'giải nén được {0} byte thay vì {1}',
  'It needs a zstd dictionary, which Winnow has not, at byte {0}.':
    'Từ byte {0}, tệp cần một từ điển zstd mà Winnow không có.',
  'Its zstd data needs more than {0} MB of memory, at byte {1}.':
    'Từ byte {1}, dữ liệu zstd cần hơn {0} MB bộ nhớ.',

  // WARC.
  'It has {0} MB; Winnow reads records of up to {1} MB.':
    'Bản ghi có {0} MB; Winnow chỉ đọc bản ghi đến {1} MB.',
  'It holds no page ({0}).': 'Bản ghi không chứa trang nào ({0}).',
  empty: 'trống',
  'without a type': 'không ghi loại',
  'response with status {0}': 'phản hồi có mã trạng thái {0}',
  'response of type {0}': 'phản hồi kiểu {0}',
  'response of type unknown': 'phản hồi không rõ kiểu',
  'It is longer than it says; Winnow went on with the next record.':
    'Bản ghi dài hơn độ dài được khai; Winnow đọc tiếp từ bản ghi sau.',
  'It is shorter than it says; Winnow went on with the next record.':
    'Bản ghi ngắn hơn độ dài được khai; Winnow đọc tiếp từ bản ghi sau.',
  'It is cut off: the file ends before it does.': 'Bản ghi bị cắt cụt: tệp kết thúc trước nó.',
  'It does not say how long it is.': 'Bản ghi không cho biết độ dài của nó.',
  'Its header has no end.': 'Phần đầu của bản ghi không có chỗ kết thúc.',
  'No WARC record begins there; Winnow went on with the next one.':
    'Không có bản ghi WARC nào bắt đầu ở đó; Winnow đọc tiếp từ bản ghi sau.',
  'Its body has more than {0} MB.': 'Phần thân của bản ghi lớn hơn {0} MB.',
  'Its body cannot be unpacked ({0}: {1}).': 'Không giải nén được phần thân của bản ghi ({0}: {1}).',
  'Its body is packed with “{0}”, which Winnow cannot unpack.':
    'Phần thân của bản ghi được nén bằng “{0}”, mà Winnow không giải nén được.',
}
