/** Sentences about label sets and guidelines. */
export const viLabelSets: Readonly<Record<string, string>> = {
  'two labels have the same name': 'hai nhãn trùng tên',
  'two labels have the same key': 'hai nhãn trùng phím',
  'a label has two fates': 'một nhãn có hai cách xử lý',
  'there are more than {0} labels': 'có nhiều hơn {0} nhãn',
  'nothing says what becomes of “{0}”': 'không rõ nhãn “{0}” sẽ thành gì',
  '“{0}” has a fate, but stays': 'nhãn “{0}” được đổi hoặc xóa, nhưng vẫn ở lại trong bộ',
  '“{0}” is not a label of the new set': '“{0}” không phải là nhãn của bộ mới',
  'The label set was not changed: {0}.': 'Bộ nhãn chưa được thay đổi: {0}.',
  'There is no change of the label set to take back. Nothing was changed.':
    'Không có thay đổi nào của bộ nhãn để hoàn tác. Chưa có gì bị thay đổi.',
  'The label set of this corpus is being changed already. Nothing else was changed. Wait until that is done.':
    'Bộ nhãn của kho ngữ liệu này đang được thay đổi. Ngoài ra chưa có gì bị thay đổi. Hãy đợi đến khi xong.',
  'Someone else changed the label set of this corpus meanwhile. Theirs was kept and yours was not saved. Open the label set again to see it.':
    'Trong lúc đó người khác đã thay đổi bộ nhãn của kho ngữ liệu này. Bộ nhãn của họ được giữ, còn của bạn chưa được lưu. Hãy mở lại bộ nhãn để xem.',
  'it is not JSON': 'nó không phải là JSON',
  'it was written by a newer Winnow': 'nó do một bản Winnow mới hơn ghi',
  'This file holds no label set that Winnow can read: {0}. Nothing was changed.':
    'Tệp này không có bộ nhãn nào mà Winnow đọc được: {0}. Chưa có gì bị thay đổi.',
  'it is not UTF-8 text': 'nó không phải là văn bản UTF-8',
  'The guidelines {0} could not be read: {1}. They are untouched. Mend the cause and try again.':
    'Không đọc được bản hướng dẫn {0}: {1}. Bản hướng dẫn được giữ nguyên. Hãy khắc phục nguyên nhân rồi thử lại.',
  'The guidelines {0} were changed by someone else meanwhile. Theirs were kept and yours were not saved. Copy your text, then read the guidelines again.':
    'Trong lúc đó người khác đã sửa bản hướng dẫn {0}. Bản của họ được giữ, còn của bạn chưa được lưu. Hãy chép văn bản của bạn ra, rồi đọc lại bản hướng dẫn.',
}
