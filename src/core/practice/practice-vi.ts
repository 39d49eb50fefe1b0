import type { PracticeSegment } from './practice-page.ts'

/** Một trang hư cấu để luyện tập: an invented page of an invented site, for practice in Vietnamese. */
export const practiceVi: readonly PracticeSegment[] = [
  {
    text: 'Trang chủ | Thời sự | Thể thao | Văn hóa | Đăng nhập',
    label: 'boilerplate',
    why: 'Menu: trang nào của trang web cũng có.',
  },
  {
    text: 'Văn hóa › Lễ hội',
    label: 'boilerplate',
    why: 'Đường dẫn chuyên mục thuộc về trang web, không thuộc về bài.',
  },
  { text: 'Đèn trời trở lại bến sông sau ba mùa hè vắng lặng', label: 'title', why: 'Tít của trang này.' },
  {
    text: 'Mai Anh – 14/6/2026, 08:30',
    label: 'boilerplate',
    why: 'Tên tác giả và ngày giờ. Bộ nhãn đơn giản không có nhãn riêng, và khi làm sạch thì bỏ.',
  },
  {
    text: 'Sau ba mùa hè không có lễ hội, bốn nghìn chiếc đèn giấy lại trôi qua bến cũ vào tối chủ nhật.',
    label: 'body',
    why: 'Sapô mở đầu bài. Trong bộ nhãn đơn giản, sapô là body.',
  },
  { text: '![]() |', label: 'caption', why: 'Vết ảnh rỗng trong bài đi theo chú thích ngay dưới nó.' },
  {
    text: 'Hàng trăm người đứng trên cầu tàu xem thả những chiếc đèn đầu tiên của lễ hội tối chủ nhật. Ảnh: Minh Lê',
    label: 'caption',
    why: 'Câu này nêu cả sự kiện, nhưng nó nói ảnh cho thấy gì; nguồn ảnh đi theo chú thích.',
  },
  {
    text: '“Chúng tôi gần như đã bỏ cuộc”, ông trưởng bến nói. Ông giữ thuyền trong kho nhà mình suốt ba năm.',
    label: 'body',
    why: 'Lời trích của bài.',
  },
  {
    text: 'Xem thêm: Tháng tám bắt đầu nạo vét bến sông',
    label: 'boilerplate',
    why: 'Mẩu dẫn sang bài khác. Dù nằm giữa thân bài, nó không phải là body.',
  },
  {
    text: 'Vì sao lễ hội từng dừng lại',
    label: 'body',
    why: 'Tít phụ của bài. Trong bộ nhãn đơn giản, đó là body.',
  },
  {
    text: 'Năm 2023, thành phố rút giấy phép khi phát hiện tường bến bị nứt.',
    label: 'body',
    why: 'Một đoạn của bài.',
  },
  {
    text: 'Đăng ký để đọc tiếp. Bốn tuần chỉ 20.000 đồng.',
    label: 'boilerplate',
    why: 'Lời mời của trang web. Trang nào cũng có thể có.',
  },
  {
    text: 'Đính chính: bản trước của bài này ghi sai năm.',
    label: 'body',
    why: 'Câu này nói về chính bài này, không thể nằm trên trang khác.',
  },
  { text: 'Chia sẻ | In | Lưu', label: 'boilerplate', why: 'Các nút của trang web.' },
  { text: 'Đọc nhiều', label: 'boilerplate', why: 'Tiêu đề của một danh sách bài khác.' },
  {
    text: '![]() | Lịch phà thay đổi từ thứ hai, thêm hai chuyến buổi tối và bỏ chuyến buổi trưa.',
    label: 'boilerplate',
    why: 'Mẩu dẫn chung dòng với vết ảnh. Đọc như một đoạn văn, nhưng là của bài khác.',
  },
  {
    text: 'tuanbk, 2 giờ trước: Cuối cùng cũng có! Nhà mình vừa đi về.',
    label: 'boilerplate',
    why: 'Bình luận của độc giả không bao giờ là body.',
  },
  {
    text: '© Báo Bến Sông. Giữ bản quyền.',
    label: 'boilerplate',
    why: 'Chân trang: trang nào của trang web cũng có.',
  },
]
