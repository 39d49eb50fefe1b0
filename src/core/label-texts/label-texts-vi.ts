import type { LabelTexts } from './shown-label-texts.ts'

type TextsByLabel = Readonly<Record<string, LabelTexts>>

/**
 * What the presets say of their labels, in Vietnamese. The examples are of the invented Vietnamese site of the practice
 * page, not translations: lines as they stand on Vietnamese pages.
 */
export const labelTextsVi: { readonly simple: TextsByLabel; readonly fine: TextsByLabel } = {
  simple: {
    title: {
      description: 'Tít của bài, mỗi lần đứng riêng thành một dòng trên trang.',
      examples: ['Hoa đăng trở lại bến sông sau ba năm'],
    },
    body: {
      description:
        'Phần mà trang được viết ra để nói: sapô, các đoạn văn, tít phụ, danh sách và lời trích của bài.',
      examples: ['“Chúng tôi gần như đã bỏ cuộc”, ông trưởng bến nói hôm thứ ba.'],
    },
    caption: {
      description: 'Lời đi kèm ảnh hoặc video, có hay không có nguồn ảnh, và vết ảnh đi cùng.',
      examples: ['Thuyền đậu ở bến hôm chủ nhật. Ảnh: Minh Lê', '![]() |'],
    },
    boilerplate: {
      description:
        'Mọi thứ có thể nằm trên bất kỳ trang nào của trang web, hoặc bỏ đi mà nội dung trang không đổi: menu, danh sách bài liên quan và đọc nhiều, quảng cáo, chân trang.',
      examples: ['Đọc nhiều', 'Đăng ký nhận bản tin', 'Trang chủ | Thời sự | Thể thao'],
    },
  },
  fine: {
    title: {
      description: 'Tít của bài, mỗi lần đứng riêng thành một dòng trên trang.',
      examples: ['Hoa đăng trở lại bến sông sau ba năm'],
    },
    lede: {
      description: 'Đoạn mở đầu tóm tắt bài, thường để riêng hoặc in đậm. Mẩu dẫn sang bài khác là related.',
      examples: ['Sau ba mùa hè vắng lặng, tối chủ nhật lễ hội hoa đăng lại đông kín bến sông.'],
    },
    body: {
      description: 'Các đoạn văn, danh sách, bảng và lời trích mà trang được viết ra để nói.',
      examples: ['“Chúng tôi gần như đã bỏ cuộc”, ông trưởng bến nói hôm thứ ba.'],
    },
    subhead: {
      description: 'Tít phụ trong bài. Tiêu đề của một danh sách bài khác là related.',
      examples: ['Vì sao lễ hội từng dừng lại'],
    },
    caption: {
      description: 'Nói ảnh hay video cho thấy gì, dù có nêu cả sự kiện, và vết ảnh đi cùng.',
      examples: ['Thuyền đậu ở bến hôm chủ nhật.', '![]() |'],
    },
    credit: {
      description: 'Ai chụp hoặc sở hữu ảnh, khi đứng thành một đoạn riêng.',
      examples: ['Ảnh: Minh Lê', '© Báo Bến Sông'],
    },
    byline: {
      description: 'Ai viết bài, ở đâu, khi nào: tên người, nơi viết, ngày giờ, nguồn tin.',
      examples: ['Mai Anh – 14/6/2026, 08:30', 'Cập nhật 2 giờ trước'],
    },
    related: {
      description:
        'Liên kết và mẩu dẫn sang bài khác: tin liên quan, đọc nhiều, gợi ý cho bạn, multimedia, kèm tiêu đề của chúng.',
      examples: ['Xem thêm: Bắt đầu nạo vét bến sông', 'Đọc nhiều'],
    },
    navigation: {
      description:
        'Những gì để vận hành trang web và trang nào cũng có: menu, đường dẫn chuyên mục, nút chia sẻ, đăng nhập, cookie, chân trang.',
      examples: ['Trang chủ | Thời sự | Thể thao', 'Chia sẻ', '© 2026 Báo Bến Sông. Giữ bản quyền.'],
    },
    advert: {
      description: 'Lời chào bán: quảng cáo, bài tài trợ, lời mời mua gói đọc báo.',
      examples: ['Quảng cáo', 'Đọc thử bốn tuần chỉ 20.000 đồng'],
    },
    comments: {
      description: 'Những gì độc giả viết dưới bài và những gì đi kèm: tên, giờ, “Trả lời”.',
      examples: ['3 bình luận', 'Cuối cùng cũng có! Nhà mình vừa đi về.'],
    },
    uncertain: {
      description: 'Không nhãn nào khác chắc chắn đúng. Để đem ra bàn với nhau, không nên dùng nhiều.',
      examples: [],
    },
  },
}
