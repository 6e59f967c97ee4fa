import { colours, fontFamily, radii, textSizes } from '@siyu/shared/theme';
import type { ThemeConfig } from 'antd';

export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: colours.ink,
    colorPrimaryHover: colours.inkHover,
    colorLink: colours.ink,
    colorSuccess: colours.success,
    colorWarning: colours.warning,
    colorError: colours.error,
    colorInfo: colours.info,
    colorText: colours.text,
    colorTextSecondary: colours.textSecond,
    colorTextTertiary: colours.textThird,
    colorTextPlaceholder: colours.textThird,
    colorTextDescription: colours.textThird,
    // Greyed, yet to be read: somebody asks themselves what they could press if they filled in the rest.
    colorTextDisabled: colours.textThird,
    colorBgContainerDisabled: colours.ground,
    colorBgLayout: colours.ground,
    colorBgContainer: colours.card,
    // Ink at a third: the page stays readable beside a drawer.
    colorBgMask: `${colours.ink}40`,
    colorBorder: colours.line,
    colorBorderSecondary: colours.line,
    controlItemBgActive: colours.inkTint,
    borderRadius: radii.field,
    borderRadiusLG: radii.card,
    fontFamily,
    fontSize: textSizes.body,
    controlHeight: 34,
    boxShadow: 'none',
    wireframe: false,
  },
  components: {
    Table: {
      headerBg: colours.card,
      headerColor: colours.textThird,
      rowHoverBg: colours.ground,
      headerSplitColor: 'transparent',
      cellPaddingBlock: 10,
      cellPaddingInline: 12,
    },
    // The ring of an unmarked choice must be seen: 3 : 1 on a card.
    Radio: { colorBorder: colours.outline },
    Checkbox: { colorBorder: colours.outline },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
  },
};
