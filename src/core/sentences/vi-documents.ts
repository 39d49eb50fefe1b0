/** Sentences about documents, their dumps and labels, the disk, and what is asked of the service in general. */
export const viDocuments: Readonly<Record<string, string>> = {
  // What is asked of the service
  'There is no call named {0}.': 'Không có lệnh gọi nào tên {0}.',
  'The call {0} does not fit: {1}': 'Lệnh gọi {0} không hợp lệ: {1}',
  'Something went wrong that Winnow did not foresee: {0}. Labels that were shown as saved are safe.':
    'Đã xảy ra lỗi mà Winnow không lường trước: {0}. Những nhãn đã được báo là đã lưu vẫn an toàn.',
  'no details': 'không có chi tiết',
  'A job named {0} runs already.': 'Tác vụ tên {0} đang chạy rồi.',
  'This was cancelled.': 'Việc này đã bị dừng.',
  'The counting was cancelled.': 'Việc đếm đã bị dừng.',
  'The column was not read to its end, as you stopped it.': 'Cột chưa được đọc hết vì bạn đã dừng.',
  'Winnow was closed meanwhile.': 'Winnow đã bị đóng trong lúc đó.',
  'This Winnow has no such dialog. Name the place on the command line.':
    'Bản Winnow này không có hộp thoại đó. Hãy nêu vị trí trên dòng lệnh.',
  'Winnow does not know this folder any more, as it was started anew. Saved labels are safe. Open the folder again.':
    'Winnow không còn biết thư mục này vì đã được khởi động lại. Nhãn đã lưu vẫn an toàn. Hãy mở lại thư mục.',
  'Winnow’s interface is not in {0}. Your labels are not touched. Run “npm run build”, then start Winnow again.':
    'Không có giao diện của Winnow trong {0}. Nhãn của bạn được giữ nguyên. Hãy chạy “npm run build” rồi khởi động lại Winnow.',
  'Winnow cannot listen on port {0} of this machine; another program may have it. Give another number with --port, or none to take a free one.':
    'Winnow không dùng được cổng {0} của máy này; có thể một chương trình khác đang dùng. Hãy cho số khác bằng --port, hoặc bỏ đi để lấy một cổng trống.',
  'The folder {0} cannot be made: {1}. Winnow keeps its own settings there. Make the folder above it writable, or name another one in the environment variable WINNOW_HOME.':
    'Không tạo được thư mục {0}: {1}. Winnow lưu cài đặt của mình ở đó. Hãy cho phép ghi vào thư mục phía trên, hoặc nêu thư mục khác trong biến môi trường WINNOW_HOME.',

  // Names
  'The name is empty.': 'Tên còn trống.',
  'The name is longer than 64 characters.': 'Tên dài hơn 64 ký tự.',
  'The name has a character that a folder cannot have: / \\ : * ? " < > |':
    'Tên có ký tự mà tên thư mục không thể có: / \\ : * ? " < > |',
  'The name starts or ends with a dot or a space.': 'Tên bắt đầu hoặc kết thúc bằng dấu chấm hay dấu cách.',
  'The name is reserved by Windows.': 'Windows dành riêng tên này.',

  // Why something cannot be read or written: clauses that stand behind a colon
  'permission was denied': 'không có quyền truy cập',
  'the disk is read-only': 'đĩa chỉ cho đọc',
  'the disk is full': 'đĩa đã đầy',
  'your disk quota is used up': 'hạn mức đĩa của bạn đã dùng hết',
  'the disk reported an error': 'đĩa báo lỗi',
  'it is not there': 'nó không có ở đó',
  'a part of the path is not a folder': 'một phần của đường dẫn không phải là thư mục',
  'it is a folder': 'đó là một thư mục',
  'its name is too long for this disk': 'tên quá dài đối với đĩa này',
  'too many files are open': 'có quá nhiều tệp đang mở',
  'another program has it open': 'một chương trình khác đang mở nó',
  'its symbolic links go round in a circle': 'các liên kết tượng trưng dẫn lòng vòng trở lại chính nó',
  'it is not a file but a pipe, a socket or a device':
    'đó không phải là tệp mà là ống dẫn, socket hoặc thiết bị',
  'it has {0} MB, and no such file has more than {1} MB':
    'tệp có {0} MB, trong khi loại tệp này không bao giờ quá {1} MB',
  'the disk took only {0} of {1} bytes': 'đĩa chỉ nhận {0} trên {1} byte',
  '{0} could not be written: {1}. What was saved before is untouched. Make the folder writable, or keep the labels in another place.':
    'Không ghi được {0}: {1}. Những gì đã lưu trước đó được giữ nguyên. Hãy cho phép ghi vào thư mục, hoặc lưu nhãn ở nơi khác.',
  '{0} could not be written: {1}. What was saved before is untouched. Mend the cause and save again.':
    'Không ghi được {0}: {1}. Những gì đã lưu trước đó được giữ nguyên. Hãy khắc phục nguyên nhân rồi lưu lại.',
  '{0} was written, but the disk does not say that it is there to stay: {1}. Mend the cause and save again.':
    'Đã ghi {0}, nhưng đĩa không xác nhận rằng tệp được giữ lâu dài: {1}. Hãy khắc phục nguyên nhân rồi lưu lại.',
  '{0} could not be replaced for two seconds: another program, as a virus scanner or one that copies files elsewhere, has it open, or permission was denied ({1}). What was saved before is untouched. Close what uses it, and save again.':
    'Đã thử thay {0} trong hai giây mà không được: một chương trình khác, như trình quét virus hoặc trình sao chép tệp đi nơi khác, đang mở nó, hoặc không có quyền truy cập ({1}). Những gì đã lưu trước đó được giữ nguyên. Hãy đóng chương trình đang dùng nó rồi lưu lại.',
  'Whether there is {0} could not be found out: {1}. Nothing was changed. Mend the cause and try again.':
    'Không biết được có {0} hay không: {1}. Chưa có gì bị thay đổi. Hãy khắc phục nguyên nhân rồi thử lại.',

  // Winnow's own files; {0} is what kind of file it is
  'labels file': 'tệp nhãn',
  'project file': 'tệp dự án',
  'file of your settings': 'tệp cài đặt của bạn',
  'The {0} {1} is damaged: {2}.': 'Không dùng được {0} {1} vì bị hỏng: {2}.',
  'The {0} {1} could not be read: {2}. It is untouched. Mend the cause and try again.':
    'Không đọc được {0} {1}: {2}. Nội dung được giữ nguyên. Hãy khắc phục nguyên nhân rồi thử lại.',
  'The {0} {1} was written by a newer Winnow (version {2} of the file, this one knows {3}). It is untouched.':
    'Một bản Winnow mới hơn đã ghi {0} {1} (phiên bản {2} của tệp, bản này chỉ biết đến {3}). Nội dung được giữ nguyên.',
  '{0} Update Winnow to open it.': '{0} Hãy cập nhật Winnow để mở.',
  'It can be looked at; update Winnow to change it.': 'Có thể xem; hãy cập nhật Winnow để thay đổi.',
  'it is not UTF-8': 'nó không phải là UTF-8',
  'it is not JSON ({0})': 'nó không phải là JSON ({0})',
  'its format is “{0}” and not “{1}”': 'định dạng của nó là “{0}”, không phải “{1}”',
  'its version is {0}, which no Winnow has written':
    'phiên bản của nó là {0}, mà chưa bản Winnow nào từng ghi phiên bản này',
  'its brackets are nested more than {0} deep': 'các dấu ngoặc lồng nhau sâu hơn {0} tầng',
  'it is made of brackets and commas': 'nó chỉ gồm toàn dấu ngoặc và dấu phẩy',
  'it does not fit': 'nội dung không hợp lệ',
  '{0} at {1}': '{0} tại {1}',
  '{0} It is untouched, and so are the labels. To open the corpus, its previous version is {1}: put that in its place, or correct the file.':
    '{0} Tệp và các nhãn được giữ nguyên. Phiên bản trước của tệp là {1}: để mở kho ngữ liệu, hãy đặt phiên bản đó vào chỗ của nó, hoặc sửa tệp.',
  '{0} It is untouched, and so are the labels. To open the corpus, correct the file, or put it away to start with the default label set.':
    '{0} Tệp và các nhãn được giữ nguyên. Để mở kho ngữ liệu, hãy sửa tệp, hoặc cất nó đi để bắt đầu với bộ nhãn mặc định.',
  '{0} Nothing in its corpus was changed. Update Winnow to go on.':
    '{0} Trong kho ngữ liệu chưa có gì bị thay đổi. Hãy cập nhật Winnow để làm tiếp.',
  '{0} It was set aside as {1}, and those saved before are used. Labels are not affected.':
    '{0} Tệp đã được cất thành {1}, và các cài đặt lưu trước đó được dùng thay. Nhãn không bị ảnh hưởng.',
  '{0} It was set aside as {1}, and Winnow starts with its defaults. Labels are not affected.':
    '{0} Tệp đã được cất thành {1}, và Winnow khởi động với cài đặt mặc định. Nhãn không bị ảnh hưởng.',
  '{0} What you change in your settings is kept until Winnow ends. Labels are not affected.':
    '{0} Những gì bạn đổi trong cài đặt chỉ được giữ đến khi Winnow kết thúc. Nhãn không bị ảnh hưởng.',

  // Documents and their dumps
  'There is no document {0} in this corpus.': 'Không có tài liệu {0} trong kho ngữ liệu này.',
  'There is no document “{0}” in {1}. Open the folder again if it is new.':
    'Không có tài liệu “{0}” trong {1}. Nếu đó là tài liệu mới, hãy mở lại thư mục.',
  'The dump {0} is no longer there. Put it back, or open the folder again. The other documents are not affected.':
    'Bản dump {0} không còn ở đó nữa. Hãy đặt nó lại chỗ cũ, hoặc mở lại thư mục. Các tài liệu khác không bị ảnh hưởng.',
  'The dump {0} could not be read: {1}. The other documents are not affected.':
    'Không đọc được bản dump {0}: {1}. Các tài liệu khác không bị ảnh hưởng.',
  'The dump {0} changed since it was listed. Open the folder again, or wait until Winnow has read it anew. The other documents are not affected.':
    'Bản dump {0} đã thay đổi từ khi được liệt kê. Hãy mở lại thư mục, hoặc đợi đến khi Winnow đọc lại xong. Các tài liệu khác không bị ảnh hưởng.',
  'The dump {0} was not read: a link leads from there out of the folder, to {1}. Put a copy in its place if it belongs to the corpus. The other documents are not affected.':
    'Không đọc bản dump {0}: ở đó có liên kết dẫn ra ngoài thư mục, đến {1}. Nếu nó thuộc kho ngữ liệu, hãy đặt một bản sao vào chỗ đó. Các tài liệu khác không bị ảnh hưởng.',
  '{0} is a link that leads out of the corpus, to {1}. Winnow writes no labels there, and nothing was changed. Put a folder in its place, or start Winnow with --labels and the folder that is meant.':
    '{0} là liên kết dẫn ra ngoài kho ngữ liệu, đến {1}. Winnow không ghi nhãn vào đó, và chưa có gì bị thay đổi. Hãy đặt một thư mục vào chỗ đó, hoặc khởi động Winnow với --labels và thư mục muốn dùng.',

  // Labels of a document
  'Nobody has labelled anything in this corpus yet: there are no labels in {0}.':
    'Chưa ai gán nhãn gì trong kho ngữ liệu này: không có nhãn nào trong {0}.',
  'There are no labels of “{0}” in {1}. There are labels of: {2}. Name one of them.':
    'Không có nhãn của “{0}” trong {1}. Có nhãn của: {2}. Hãy nêu một trong số đó.',
  'The labels folder {0} could not be read: {1}. It is untouched. Change its permissions and try again.':
    'Không đọc được thư mục nhãn {0}: {1}. Thư mục được giữ nguyên. Hãy đổi quyền truy cập của nó rồi thử lại.',
  'Its dump is no longer in the corpus. Its labels are still in {0}.':
    'Bản dump của nó không còn trong kho ngữ liệu. Nhãn của nó vẫn nằm trong {0}.',
  'Its labels file {0} went away meanwhile.': 'Tệp nhãn {0} của nó đã biến mất trong lúc đó.',
  'Its labels file {0} is damaged: {1}.': 'Tệp nhãn {0} của nó bị hỏng: {1}.',
  'Its dump changed after it was labelled. Open it to settle its labels.':
    'Bản dump của nó đã thay đổi sau khi được gán nhãn. Hãy mở tài liệu để quyết định về các nhãn.',
  '{0} Nothing was saved. Update Winnow to label “{1}”.':
    '{0} Chưa có gì được lưu. Hãy cập nhật Winnow để gán nhãn “{1}”.',
  'The labels file {0} was damaged by something else: {1}. It was not overwritten. Open “{2}” again to choose how to go on.':
    'Tệp nhãn {0} đã bị một chương trình khác làm hỏng: {1}. Tệp không bị ghi đè. Hãy mở lại “{2}” để chọn cách làm tiếp.',
  'The dump {0} changed since it was opened, so the new labels may not fit it and were not saved. Those saved before are safe. Open “{1}” again.':
    'Bản dump {0} đã thay đổi từ khi được mở, nên các nhãn mới có thể không khớp và chưa được lưu. Những nhãn đã lưu trước đó vẫn an toàn. Hãy mở lại “{1}”.',
  'Another window labelled the same segments of “{0}” meanwhile ({1}). Its labels were kept and these were not saved. Open the document again to see them.':
    'Trong lúc đó một cửa sổ khác đã gán nhãn cho cùng các đoạn của “{0}” ({1}). Nhãn của cửa sổ đó được giữ, còn các nhãn này chưa được lưu. Hãy mở lại tài liệu để xem.',
  'Segments of “{0}” cannot be cut so: {1}.': 'Không thể chia các đoạn của “{0}” như vậy: {1}.',

  // What is wrong with edits and segments: clauses
  'a label and how it came to be go together': 'nhãn và cách gán nhãn phải đi cùng nhau',
  'status is {0}, not {1}': 'trạng thái là “{0}”, không phải “{1}”',
  'the note is another one': 'ghi chú đã khác',
  '(none)': '(không nhãn)',
  'the text from {0} to {1} is not cut into {2} segments':
    'văn bản từ {0} đến {1} không được chia thành {2} đoạn',
  'there is no segment {0}': 'không có đoạn {0}',
  'segment {0} is labelled {1}, not {2}': 'đoạn {0} có nhãn {1}, không phải {2}',
  'segment {0} and those after it are cut or labelled otherwise':
    'đoạn {0} và các đoạn sau đó được chia hoặc gán nhãn khác',
  'the segments end beyond the text': 'các đoạn kết thúc ngoài văn bản',
  'segment {0} says “{1}”, the dump has “{2}” there': 'đoạn {0} ghi “{1}”, còn bản dump ở đó là “{2}”',
  'segment {0} starts before the end of the one before it':
    'đoạn {0} bắt đầu trước khi đoạn trước nó kết thúc',
  'segment {0} is empty': 'đoạn {0} trống',
  'segment {0} ends beyond the text': 'đoạn {0} kết thúc ngoài văn bản',
  'text before segment {0} belongs to no segment': 'phần văn bản trước đoạn {0} không thuộc đoạn nào',
  'text after the last segment belongs to no segment': 'phần văn bản sau đoạn cuối không thuộc đoạn nào',
  'segment {0} is not trimmed': 'đoạn {0} còn khoảng trắng ở đầu hoặc cuối',
  'segment {0} does not say how its label came to be': 'đoạn {0} không cho biết nhãn được gán bằng cách nào',
  'segment {0} says where its label comes from, but not that it was propagated':
    'đoạn {0} cho biết nhãn lấy từ đâu, nhưng không cho biết nhãn được gán theo chỗ lặp',
  'Offset {0} ({1}) is not at a character of the text, or not in order':
    'vị trí {0} ({1}) không nằm ở đầu một ký tự của văn bản, hoặc không đúng thứ tự',

  // What can become of labels that do not fit their document
  '{0} Nothing was changed or overwritten. Choose how to go on.':
    '{0} Chưa có gì bị thay đổi hay ghi đè. Hãy chọn cách làm tiếp.',
  'The labels file {0} cannot be used: {1}.': 'Không dùng được tệp nhãn {0}: {1}.',
  'The dump {0} is not the one that was labelled: its content changed after the labels were saved in {1}.':
    'Bản dump {0} không còn như khi được gán nhãn: nội dung của nó đã thay đổi sau khi nhãn được lưu vào {1}.',
  'The labels file {0} holds two versions that git could not merge, with its conflict markers between them.':
    'Tệp nhãn {0} chứa hai phiên bản mà git không gộp được, với các dấu xung đột của git ở giữa.',
  'Opens the version saved before, of {0}, in which {1} of {2} segments are labelled. The damaged file is kept beside it.':
    'Mở phiên bản lưu trước đó, lúc {0}, trong đó {1} trên {2} đoạn có nhãn. Tệp bị hỏng được giữ bên cạnh.',
  'Opens the document without labels. The present labels file is kept under another name beside it.':
    'Mở tài liệu không có nhãn. Tệp nhãn hiện tại được giữ bên cạnh dưới tên khác.',
  '{0} of {1} labelled segments keep their label by their text.':
    '{0} trên {1} đoạn có nhãn giữ được nhãn nhờ nội dung của chúng.',
  'None is lost.': 'Không đoạn nào mất nhãn.',
  'The {0} whose text is gone stay listed in the old labels file, which is kept.':
    '{0} đoạn không còn nội dung vẫn được ghi trong tệp nhãn cũ, và tệp đó được giữ lại.',
  'Nothing is to review.': 'Không có gì cần xem lại.',
  '1 segment that is new or may be another one is marked to review.':
    '1 đoạn mới hoặc có thể là đoạn khác được đánh dấu cần xem lại.',
  '{0} segments that are new or may be others are marked to review.':
    '{0} đoạn mới hoặc có thể là đoạn khác được đánh dấu cần xem lại.',
  'Takes the labels of both: {0} segments are labelled in one, {1} in the other. {2} The present file is kept under another name beside it. Tell git afterwards that it is merged (git add).':
    'Lấy nhãn của cả hai phiên bản: {0} đoạn có nhãn ở phiên bản này, {1} đoạn ở phiên bản kia. {2} Tệp hiện tại được giữ bên cạnh dưới tên khác. Sau đó hãy báo cho git là đã gộp xong (git add).',
  'Nothing has to be chosen.': 'Không có gì phải chọn.',
  'Where they differ you choose, in 1 place.': 'Ở chỗ hai phiên bản khác nhau (1 chỗ), bạn chọn.',
  'Where they differ you choose, in {0} places.': 'Ở những chỗ hai phiên bản khác nhau ({0} chỗ), bạn chọn.',
  'There is no backup of {0} that fits the dump. Nothing was changed. Open the document again to see what is possible.':
    'Không có bản sao lưu nào của {0} khớp với bản dump. Chưa có gì bị thay đổi. Hãy mở lại tài liệu để xem có thể làm gì.',
  'The labels file is damaged, so that its labels cannot be carried over. Nothing was changed. Open the document again to see what is possible.':
    'Tệp nhãn bị hỏng nên không thể chuyển nhãn của nó sang. Chưa có gì bị thay đổi. Hãy mở lại tài liệu để xem có thể làm gì.',

  // The window and its service
  'Winnow’s service does not answer ({0}). What was shown as saved is safe on the disk; keep this window open and start Winnow again.':
    'Dịch vụ của Winnow không trả lời ({0}). Những gì đã báo là đã lưu vẫn an toàn trên đĩa; hãy giữ cửa sổ này mở và khởi động lại Winnow.',
  'the answer to {0} does not fit the contract': 'câu trả lời cho lệnh gọi {0} không đúng giao ước',
  'The disk has not answered for {0} seconds.': 'Đĩa không trả lời đã {0} giây.',
}
