import { z } from 'zod';
import { refuse, type Answer } from '../wechat-api/answers.ts';
import type { MenuButton } from './official-account.ts';

const BUTTONS_MAX = 3;
const SUB_BUTTONS_MAX = 5;
const NAME_BYTES_MAX = 16;
const SUB_NAME_BYTES_MAX = 60;
const KEY_BYTES_MAX = 128;
const URL_BYTES_MAX = 1_024;

const Leaf = z.object({
  type: z.string(),
  name: z.string(),
  key: z.string().optional(),
  url: z.string().optional(),
  appid: z.string().optional(),
  pagepath: z.string().optional(),
});
type Leaf = z.infer<typeof Leaf>;
const Top = z.union([z.object({ name: z.string(), sub_button: z.array(Leaf).min(1) }), Leaf]);
const Menu = z.object({ button: z.array(Top) });

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

function readLeaf(leaf: Leaf, nameMax: number): MenuButton | Answer {
  if (leaf.name === '' || bytes(leaf.name) > nameMax) return refuse(40018, 'invalid button name size');
  const { type, name } = leaf;
  if (type === 'click') {
    const size = bytes(leaf.key ?? '');
    if (size === 0 || size > KEY_BYTES_MAX) return refuse(40019, 'invalid button key size');
    return { type, name, eventKey: leaf.key ?? '' };
  }
  if (type !== 'view' && type !== 'miniprogram') return refuse(40017, 'invalid button type');
  const size = bytes(leaf.url ?? '');
  if (size === 0 || size > URL_BYTES_MAX) return refuse(40020, 'invalid button url size');
  if (type === 'view') return { type, name, eventKey: leaf.url ?? '' };
  if ((leaf.appid ?? '') === '' || (leaf.pagepath ?? '') === '') return refuse(47001, 'data format error');
  return { type, name, eventKey: leaf.pagepath ?? '' };
}

/** The buttons of a menu that can be touched, or why it is not taken. */
export function readMenu(body: unknown): readonly MenuButton[] | Answer {
  const menu = Menu.safeParse(body);
  if (!menu.success) return refuse(47001, 'data format error');
  const { button: tops } = menu.data;
  if (tops.length === 0 || tops.length > BUTTONS_MAX) return refuse(40016, 'invalid button size');
  const buttons: MenuButton[] = [];
  for (const top of tops) {
    if ('sub_button' in top) {
      if (bytes(top.name) > NAME_BYTES_MAX) return refuse(40018, 'invalid button name size');
      if (top.sub_button.length > SUB_BUTTONS_MAX) return refuse(40023, 'invalid sub button size');
    }
    const leaves = 'sub_button' in top ? top.sub_button : [top];
    for (const leaf of leaves) {
      const read = readLeaf(leaf, 'sub_button' in top ? SUB_NAME_BYTES_MAX : NAME_BYTES_MAX);
      if ('kind' in read) return read;
      buttons.push(read);
    }
  }
  return buttons;
}
