/** Sentences about exporting, splits and what is checked. */
export const viExport: Readonly<Record<string, string>> = {
  'Every corpus has a mapping “{0}” already. Nothing was saved. Choose another name.':
    'Kho ngữ liệu nào cũng có sẵn bảng đổi nhãn “{0}”. Chưa lưu gì. Hãy chọn tên khác.',
  'Winnow does not know the place for this export any more. Nothing was exported. Choose the place again.':
    'Winnow không còn biết nơi ghi của lần xuất này. Chưa xuất gì. Hãy chọn lại nơi ghi.',
  'There is no dialog for files and folders here.': 'Ở đây không có hộp thoại chọn tệp và thư mục.',
  'The export was cancelled. Nothing was exported, and the labels are safe.':
    'Đã hủy lần xuất. Chưa xuất gì, và các nhãn vẫn an toàn.',
  'The export to {0} failed: {1}. Nothing was exported, and the labels are safe. Mend the cause or choose another place.':
    'Không xuất được vào {0}: {1}. Chưa xuất gì, và các nhãn vẫn an toàn. Hãy khắc phục nguyên nhân hoặc chọn nơi khác.',
  'Its temporary files beside {0} could not be removed: {1}.':
    'Không xóa được các tệp tạm của lần xuất bên cạnh {0}: {1}.',
  'Nothing was exported.': 'Chưa xuất gì.',
  'Nothing was exported: {0} lies among the dumps, and would be taken for one. Choose a place outside of {1}.':
    'Chưa xuất gì: {0} nằm giữa các bản dump và sẽ bị coi là một bản dump. Hãy chọn một nơi bên ngoài {1}.',
  'Nothing was exported: there is no folder {0}. Make it, or choose another place.':
    'Chưa xuất gì: không có thư mục {0}. Hãy tạo thư mục đó, hoặc chọn nơi khác.',
  'Nothing was exported: {0} exists already and was not touched. Choose another name, or remove it first.':
    'Chưa xuất gì: {0} đã có sẵn và được giữ nguyên. Hãy chọn tên khác, hoặc xóa nó trước.',
  'Nothing was exported: {0} could be written, but what is read back from the disk is something else. The labels are safe. Choose a place on another disk.':
    'Chưa xuất gì: ghi được {0}, nhưng nội dung đọc lại từ đĩa lại khác. Các nhãn vẫn an toàn. Hãy chọn một nơi trên đĩa khác.',
  "The export was stopped at {0}: {1}. Nothing was exported, and the labels are safe. This is a fault of Winnow's: please report it, and choose another format meanwhile.":
    'Lần xuất đã dừng ở {0}: {1}. Chưa xuất gì, và các nhãn vẫn an toàn. Đây là lỗi của Winnow: hãy báo lỗi này, và tạm thời chọn định dạng khác.',
  'The export was stopped: {0}. Nothing was exported, and the labels are safe. Please report this, and export as JSONL meanwhile.':
    'Lần xuất đã dừng: {0}. Chưa xuất gì, và các nhãn vẫn an toàn. Hãy báo lỗi này, và tạm thời xuất dưới dạng JSONL.',
  'a Parquet file would say that it has {0} rows and not {1}':
    'một tệp Parquet sẽ ghi rằng nó có {0} hàng chứ không phải {1}',
  '{0} would not be in the Parquet file as it is; {1} differs':
    '{0} sẽ không được ghi nguyên vẹn trong tệp Parquet; chỗ khác biệt: {1}',
  'all of it': 'toàn bộ',
  'Offsets of {0} cannot count as {1}, only as {2}.':
    'Vị trí trong định dạng {0} không tính được theo {1}, mà chỉ theo {2}.',

  'There is no mapping “{0}”. There are: {1}. Name one of them.':
    'Không có bảng đổi nhãn “{0}”. Hiện có: {1}. Hãy nêu một trong số đó.',
  'The mapping “{0}” maps to “{1}”, which is none of its labels.':
    'Bảng đổi nhãn “{0}” đổi thành “{1}”, vốn không phải nhãn nào của bảng.',
  'The mapping “{0}” does not say what becomes of the label “{1}”.':
    'Bảng đổi nhãn “{0}” không nói nhãn “{1}” đổi thành gì.',
  'The mapping “{0}” has no label that a cleaner drops, so nothing can be dropped.':
    'Bảng đổi nhãn “{0}” không có nhãn nào mà bộ làm sạch bỏ đi, nên không thể coi gì là bị bỏ.',
  'file of label mappings': 'tệp bảng đổi nhãn',

  'split plan': 'tệp kế hoạch chia tập',
  'Nothing was exported, since documents could move to another split. Put {0} in its place, or remove it to have all documents split anew.':
    'Chưa xuất gì, vì tài liệu có thể bị chuyển sang tập khác. Hãy đặt {0} vào chỗ của tệp này, hoặc xóa nó để chia lại mọi tài liệu từ đầu.',
  'It was labelled while the dataset was split.':
    'Tài liệu này được gán nhãn trong lúc dữ liệu đang được chia tập.',
  'An earlier export put it into another split than its site, whose documents, such as {0}, are in {1}. In either it would leak.':
    'Một lần xuất trước đã đặt tài liệu này vào tập khác với trang web của nó: các tài liệu của trang, như {0}, nằm ở tập {1}. Đặt ở tập nào nó cũng rò rỉ sang tập kia.',
  'It is a near duplicate of {0}, which is in {1}, while its own group is in another split. In either it would leak.':
    'Tài liệu này gần trùng với {0} ở tập {1}, trong khi nhóm của chính nó nằm ở tập khác. Đặt ở tập nào nó cũng rò rỉ sang tập kia.',
  'the shares are all zero': 'mọi tỷ lệ đều bằng 0',

  'It cannot be exported faithfully: {0}.': 'Không thể xuất tài liệu này đúng nguyên trạng: {0}.',
  'it has segments that are not labelled': 'có đoạn chưa có nhãn',
  'it has segments that are uncertain': 'có đoạn gán nhãn uncertain',
  'the mapping “{0}” does not know its label “{1}”': 'bảng đổi nhãn “{0}” không biết nhãn “{1}” của nó',
  'no file of a dataset can be called “{0}”': 'không tệp nào của bộ dữ liệu có thể mang tên “{0}”',
  'its name is too long for that of a file': 'tên của nó quá dài để làm tên tệp',
  'it has half of a surrogate pair, which is no character':
    'có nửa cặp surrogate, vốn không phải là ký tự nào',
  'its text has half a character, which UTF-8 cannot say':
    'văn bản có nửa ký tự, điều mà UTF-8 không biểu diễn được',
  'its segment at {0} holds half a character, which a table of text cannot hold':
    'đoạn ở vị trí {0} có nửa ký tự, điều mà bảng dạng văn bản không chứa được',
  'it has no segments, and a table has a row for each':
    'nó không có đoạn nào, mà mỗi hàng của bảng là một đoạn',
  'its offsets cannot count as {0}': 'vị trí trong tệp này không tính được theo {0}',
  'a label that is called {0} looks like the beginning of a document':
    'nhãn có tên {0} trông giống như đầu một tài liệu',
  "segment {0} holds the words that Dragnet's comments begin with":
    'đoạn {0} chứa những chữ mà Dragnet dùng để mở đầu phần bình luận',
  'segment {0} does not begin and end with a token': 'đoạn {0} không bắt đầu và kết thúc đúng ở một token',
  'text in its <{0}> cannot be marked, as that can hold no element':
    'không đánh dấu được văn bản trong <{0}>, vì thẻ này không chứa được phần tử nào',
  'a segment ends within what is one entity of its HTML':
    'có đoạn kết thúc ở giữa một thực thể (entity) của HTML',
  'text of it has no label, and {0} takes such text for boilerplate':
    'có văn bản chưa có nhãn, mà {0} coi văn bản như vậy là boilerplate',
  'its text is not what its HTML gives now': 'văn bản không còn giống như được tạo từ HTML của nó',
  'it is not read back: {0}': 'không đọc lại được: {0}',
  '{0} documents are read back, not one': 'đọc lại được {0} tài liệu chứ không phải một',
  '{0} segments are read back, not {1}': 'đọc lại được {0} đoạn chứ không phải {1}',
  'its text is read back differently': 'văn bản đọc lại thì khác',
  'segment {0} is read back differently': 'đoạn {0} đọc lại thì khác',
  'segment {0} does not slice to its own text in {1} offsets':
    'cắt đoạn {0} theo vị trí tính bằng {1} không ra đúng văn bản của nó',
}
