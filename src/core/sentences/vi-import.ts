/** Sentences about importing labels. */
export const viImport: Readonly<Record<string, string>> = {
  'This Winnow has no such dialog. Send the files from the window instead.':
    'Winnow này không có hộp thoại như vậy. Thay vào đó, hãy gửi các tệp từ cửa sổ.',
  'These files are more than can be sent here: {0} MiB in {1} files at most. Nothing was imported. Use winnow import on the command line.':
    'Các tệp này nhiều hơn mức gửi được ở đây: tối đa {0} MiB trong {1} tệp. Chưa nhập gì. Hãy dùng winnow import trên dòng lệnh.',
  'Winnow does not know these files any more. Nothing was imported. Choose them again.':
    'Winnow không còn biết các tệp này. Chưa nhập gì. Hãy chọn lại.',
  'There are no files in this folder. Nothing was imported. Choose another one.':
    'Không có tệp nào trong thư mục này. Chưa nhập gì. Hãy chọn thư mục khác.',
  'What format {0} has could not be told. Nothing was imported. Say which one it is.':
    'Không nhận ra được định dạng của {0}. Chưa nhập gì. Hãy chọn định dạng của nó.',
  'The manifest of this dataset says that its format is {0}, from which labels cannot be taken in. Nothing was imported. Export them as jsonl, which keeps everything.':
    'Theo tệp manifest, bộ dữ liệu này có định dạng {0}, mà từ đó không nhập nhãn được. Chưa nhập gì. Hãy xuất dưới dạng jsonl, định dạng giữ lại tất cả.',
  'The file {0} could not be read: {1}. What was imported before that is saved; nothing else was changed. Mend the cause and import it again.':
    'Không đọc được tệp {0}: {1}. Những gì đã nhập trước đó được lưu; ngoài ra không có gì thay đổi. Hãy khắc phục nguyên nhân rồi nhập lại.',
  'The file {0} is not UTF-8 after byte {1}. What was imported before that is saved; nothing else was changed. Save it as UTF-8 and import it again.':
    'Từ sau byte {1}, tệp {0} không phải là UTF-8. Những gì đã nhập trước đó được lưu; ngoài ra không có gì thay đổi. Hãy lưu tệp ở dạng UTF-8 rồi nhập lại.',

  'The label set has no label “{0}” for the rest of the text. Nothing was imported. It has: {1}.':
    'Bộ nhãn không có nhãn “{0}” cho phần văn bản còn lại. Chưa nhập gì. Bộ nhãn có: {1}.',
  'The label set has no label {0}. Add it to the label set, say which label it becomes, or have it added or left out.':
    'Bộ nhãn không có nhãn {0}. Hãy thêm vào bộ nhãn, chọn nhãn mà nó đổi thành, hoặc cho tự thêm hay bỏ qua.',
  'The label set has no label {0}, and no room for more than {1} labels.':
    'Bộ nhãn không có nhãn {0}, và không chứa được quá {1} nhãn.',
  'It has a label that is longer than 64 characters. Say which label it becomes.':
    'Mục này có nhãn dài hơn 64 ký tự. Hãy chọn nhãn mà nó đổi thành.',
  'More than one model has predicted it: {0}. Say which one to take.':
    'Có nhiều mô hình đã dự đoán mục này: {0}. Hãy chọn mô hình cần lấy.',
  'It has predictions and no labels. They can be taken in as suggestions of a model.':
    'Mục này có dự đoán mà không có nhãn. Có thể nhập chúng thành gợi ý của một mô hình.',
  'It has no labels.': 'Mục này không có nhãn.',

  'It does not say which document it is about.': 'Mục này không nói nó thuộc về tài liệu nào.',
  'The corpus has no document of this name.': 'Kho ngữ liệu không có tài liệu nào mang tên này.',
  'The corpus has no document of this name or URL.':
    'Kho ngữ liệu không có tài liệu nào mang tên hay URL này.',
  'The document of this name has another text, and no other one has this text.':
    'Tài liệu mang tên này có văn bản khác, và không tài liệu nào khác có văn bản này.',
  'It names no document, and no other one has this text.':
    'Mục này không nêu tài liệu nào, và không tài liệu nào có văn bản này.',
  'The corpus has no document of this name, and no other one has this text.':
    'Kho ngữ liệu không có tài liệu nào mang tên này, và không tài liệu nào khác có văn bản này.',
  'The document of this name has another text, and more than one has this text: {0}.':
    'Tài liệu mang tên này có văn bản khác, và có nhiều tài liệu cùng văn bản này: {0}.',
  'It names no document, and more than one has this text: {0}.':
    'Mục này không nêu tài liệu nào, và có nhiều tài liệu cùng văn bản này: {0}.',
  'The corpus has no document of this name, and more than one has this text: {0}.':
    'Kho ngữ liệu không có tài liệu nào mang tên này, và có nhiều tài liệu cùng văn bản này: {0}.',
  'More than one document has this name: {0}.': 'Có nhiều tài liệu mang tên này: {0}.',
  'More than one document is from {0}: {1}.': 'Có nhiều tài liệu lấy từ {0}: {1}.',
  '{0} and {1}': '{0} và {1}',
  '{0} is about the same document, so this one does not count. Leave one of them out.':
    'Cùng tài liệu này đã có ở {0}, nên mục này không được tính. Hãy bỏ bớt một trong hai.',

  'Its offsets do not fit the text as {0}, but they do as {1}.':
    'Các vị trí không khớp văn bản nếu đếm theo {0}, nhưng khớp nếu đếm theo {1}.',
  'Its offsets do not fit the text: counted as {0}, they do not slice the text of the segments.':
    'Các vị trí không khớp văn bản: đếm theo {0} thì không cắt ra đúng văn bản của các đoạn.',
  'Correct the file, or have them counted so.': 'Hãy sửa tệp, hoặc chọn đếm như vậy.',
  'Its text is not that of the document.': 'Văn bản trong tệp không phải là văn bản của tài liệu.',
  'Its segment at {0} ends before it starts.': 'Đoạn ở vị trí {0} kết thúc trước khi bắt đầu.',
  'Its segment at {0} overlaps the one before it, and a segment has one label.':
    'Đoạn ở vị trí {0} chồng lên đoạn trước nó, mà mỗi đoạn chỉ có một nhãn.',
  'Only {0} % of its text stands in the document, and {1} % have to.':
    'Chỉ {0} % văn bản của mục này có trong tài liệu, mà cần ít nhất {1} %.',
  'Labels that it has already are different in {0} segments, first “{1}”, which is {2}. They were left as they are; have them overwritten to take these in their place.':
    'Nhãn đã có trong tài liệu khác ở {0} đoạn, đoạn đầu là “{1}” mang nhãn {2}. Các nhãn đó được giữ nguyên; muốn thay chúng bằng nhãn trong tệp, hãy chọn ghi đè.',
  'It has other suggestions of “{0}” already. They were left as they are; have them overwritten to take these in their place.':
    'Tài liệu đã có gợi ý khác của “{0}”. Các gợi ý đó được giữ nguyên; muốn thay chúng bằng gợi ý trong tệp, hãy chọn ghi đè.',
  'There is no such import to take back. Nothing was changed. The last five imports can be taken back, each once.':
    'Không có lần nhập như vậy để hoàn tác. Không có gì thay đổi. Có thể hoàn tác năm lần nhập gần nhất, mỗi lần một lượt.',
  'The file {0}, which says what the import did, was written by a newer Winnow. It is untouched, and no label was changed. Update Winnow to take the import back.':
    'Tệp {0}, ghi lại những gì lần nhập đã làm, do một Winnow mới hơn ghi. Tệp được giữ nguyên, và không nhãn nào thay đổi. Hãy cập nhật Winnow để hoàn tác lần nhập.',
  'The file {0}, which says what the import did, is damaged. What it says before that is taken back; no other label was changed.':
    'Tệp {0}, ghi lại những gì lần nhập đã làm, bị hỏng. Những gì tệp ghi trước chỗ hỏng đã được hoàn tác; không nhãn nào khác thay đổi.',
  '{0} could not be read: {1}. No label was changed. Mend the cause and try again.':
    'Không đọc được {0}: {1}. Không nhãn nào thay đổi. Hãy khắc phục nguyên nhân rồi thử lại.',
  'Its suggestions were changed by a later import. They were kept.':
    'Gợi ý của tài liệu đã bị một lần nhập sau thay đổi. Chúng được giữ nguyên.',
}
