import type { PracticeText } from './practice-text.ts'

/** Một trang hư cấu để luyện tập: an invented page of an invented site, for practice in Vietnamese. */
export const practiceVi: readonly PracticeText[] = [
  {
    text: 'Trang chủ | Thời sự | Thể thao | Văn hóa | Đăng nhập',
    simple: { label: 'boilerplate', why: 'Menu: trang nào của trang web cũng có.' },
    fine: { label: 'navigation', why: 'Menu: trang nào của trang web cũng có.' },
  },
  {
    text: 'Văn hóa › Lễ hội',
    simple: { label: 'boilerplate', why: 'Đường dẫn chuyên mục thuộc về trang web, không thuộc về bài.' },
    fine: { label: 'navigation', why: 'Đường dẫn chuyên mục thuộc về trang web, không thuộc về bài.' },
  },
  {
    text: 'Hoa đăng trở lại bến sông sau ba mùa hè vắng lặng',
    simple: { label: 'title', why: 'Tít của trang này.' },
    fine: { label: 'title', why: 'Tít của trang này.' },
  },
  {
    text: 'Mai Anh – 14/6/2026, 08:30',
    simple: {
      label: 'boilerplate',
      why: 'Tên tác giả và ngày giờ. Bộ nhãn đơn giản không có nhãn riêng, và khi làm sạch thì bỏ.',
    },
    fine: { label: 'byline', why: 'Dòng này nói ai viết bài, và khi nào.' },
  },
  {
    text: 'Sau ba mùa hè không có lễ hội, bốn nghìn chiếc đèn giấy lại trôi qua bến cũ vào tối chủ nhật.',
    simple: { label: 'body', why: 'Sapô mở đầu bài. Trong bộ nhãn đơn giản, sapô là body.' },
    fine: { label: 'lede', why: 'Sapô: đoạn mở đầu tóm tắt bài.' },
  },
  {
    text: '![]() |',
    simple: { label: 'caption', why: 'Vết ảnh rỗng trong bài đi theo chú thích ngay dưới nó.' },
    fine: { label: 'caption', why: 'Vết ảnh rỗng trong bài đi theo chú thích ngay dưới nó.' },
  },
  {
    text: 'Hàng trăm người đứng trên cầu tàu xem thả những chiếc đèn đầu tiên của lễ hội tối chủ nhật. Ảnh: Minh Lê',
    simple: {
      label: 'caption',
      why: 'Câu này nêu cả sự kiện, nhưng nó nói ảnh cho thấy gì; nguồn ảnh đi theo chú thích.',
    },
    fine: {
      label: 'caption',
      why: 'Câu này nêu cả sự kiện, nhưng nó nói ảnh cho thấy gì. Nguồn ảnh cùng dòng với chú thích thì đi theo chú thích.',
    },
  },
  {
    text: '“Chúng tôi gần như đã bỏ cuộc”, ông trưởng bến nói. Ông giữ thuyền trong kho nhà mình suốt ba năm.',
    simple: { label: 'body', why: 'Lời trích của bài.' },
    fine: { label: 'body', why: 'Lời trích của bài. Chỉ đoạn mở đầu mới là sapô.' },
  },
  {
    text: 'Xem thêm: Tháng tám bắt đầu nạo vét bến sông',
    simple: {
      label: 'boilerplate',
      why: 'Mẩu dẫn sang bài khác. Dù nằm giữa thân bài, nó không phải là body.',
    },
    fine: { label: 'related', why: 'Mẩu dẫn sang bài khác. Dù nằm giữa thân bài, nó không phải là body.' },
  },
  {
    text: 'Vì sao lễ hội từng dừng lại',
    simple: { label: 'body', why: 'Tít phụ của bài. Trong bộ nhãn đơn giản, đó là body.' },
    fine: { label: 'subhead', why: 'Tít phụ trong bài, đứng trên các đoạn tiếp theo.' },
  },
  {
    text: 'Năm 2023, thành phố rút giấy phép khi phát hiện tường bến bị nứt.',
    simple: { label: 'body', why: 'Một đoạn của bài.' },
    fine: { label: 'body', why: 'Một đoạn của bài.' },
  },
  {
    text: 'Tường bến bị nứt vào mùa hè năm 2023.',
    simple: { label: 'caption', why: 'Câu này nói ảnh cho thấy gì, dù văn bản thô đã mất ảnh.' },
    fine: { label: 'caption', why: 'Câu này nói ảnh cho thấy gì, dù văn bản thô đã mất ảnh.' },
  },
  {
    text: 'Ảnh: Tư liệu thành phố',
    simple: {
      label: 'caption',
      why: 'Nguồn ảnh thuộc về ảnh. Bộ nhãn đơn giản không có nhãn riêng cho nó.',
    },
    fine: { label: 'credit', why: 'Dòng này nói ảnh của ai, và đứng riêng một dòng.' },
  },
  {
    text: 'Đăng ký để đọc tiếp. Bốn tuần chỉ 20.000 đồng.',
    simple: { label: 'boilerplate', why: 'Lời mời của trang web. Trang nào cũng có thể có.' },
    fine: { label: 'advert', why: 'Lời mời mua gói đọc báo. Dù nằm giữa bài, nó không phải là body.' },
  },
  {
    text: 'Đính chính: bản trước của bài này ghi sai năm.',
    simple: { label: 'body', why: 'Câu này nói về chính bài này, không thể nằm trên trang khác.' },
    fine: { label: 'body', why: 'Câu này nói về chính bài này, không thể nằm trên trang khác.' },
  },
  {
    text: 'Quảng cáo',
    simple: { label: 'boilerplate', why: 'Chữ báo quảng cáo. Trang nào cũng có thể có.' },
    fine: { label: 'advert', why: 'Chữ báo quảng cáo đi theo quảng cáo, dù chính quảng cáo không còn.' },
  },
  {
    text: 'Chia sẻ | In | Lưu',
    simple: { label: 'boilerplate', why: 'Các nút của trang web.' },
    fine: { label: 'navigation', why: 'Các nút của trang web: dưới bài nào cũng có.' },
  },
  {
    text: 'Đọc nhiều',
    simple: { label: 'boilerplate', why: 'Tiêu đề của một danh sách bài khác.' },
    fine: {
      label: 'related',
      why: 'Tiêu đề của một danh sách bài khác đi theo danh sách ấy, không phải tít phụ.',
    },
  },
  {
    text: '![]() | Lịch phà thay đổi từ thứ hai, thêm hai chuyến buổi tối và bỏ chuyến buổi trưa.',
    simple: {
      label: 'boilerplate',
      why: 'Mẩu dẫn chung dòng với vết ảnh. Đọc như một đoạn văn, nhưng là của bài khác.',
    },
    fine: {
      label: 'related',
      why: 'Mẩu dẫn chung dòng với vết ảnh. Đọc như sapô, nhưng là của bài khác.',
    },
  },
  {
    text: '2 bình luận',
    simple: { label: 'boilerplate', why: 'Tiêu đề của phần độc giả viết, không thuộc về bài.' },
    fine: { label: 'comments', why: 'Tiêu đề của phần bình luận đi theo bình luận.' },
  },
  {
    text: 'tuanbk, 2 giờ trước: Cuối cùng cũng có! Nhà mình vừa đi về.',
    simple: { label: 'boilerplate', why: 'Bình luận của độc giả không bao giờ là body.' },
    fine: {
      label: 'comments',
      why: 'Lời độc giả viết dưới bài không bao giờ là body; tên và giờ đi theo bình luận.',
    },
  },
  {
    text: 'Trả lời | Báo vi phạm',
    simple: { label: 'boilerplate', why: 'Các nút dưới một bình luận.' },
    fine: {
      label: 'comments',
      why: 'Cũng là nút, nhưng thuộc về bình luận ngay trên, không thuộc về trang web.',
    },
  },
  {
    text: '© Báo Bến Sông. Giữ bản quyền.',
    simple: { label: 'boilerplate', why: 'Chân trang: trang nào của trang web cũng có.' },
    fine: {
      label: 'navigation',
      why: 'Chân trang: trang nào của trang web cũng có. Dòng này nói về trang web, nên không phải nguồn ảnh.',
    },
  },
]
