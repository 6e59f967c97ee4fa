// The two sides of the box that people touch: the phone of a customer, and WeCom of an employee.
import { ask, byId, chosen, fillList, fillSelect, press, showOnPhone } from './dom.js';

const CHAT_TYPES = { 1: '好友聊天', 2: '企业微信聊天', 3: '微信群', 4: '客户群' };

async function showPhone() {
  const [{ accounts }, { groups }] = await Promise.all([
    ask('GET', '/__phone/accounts'),
    ask('GET', '/__phone/groups'),
  ]);
  fillSelect(
    'account',
    accounts.map(({ account, nickname }) => ({ value: account, label: `${nickname}（${account}）` })),
  );
  const account = chosen('account');
  fillList(
    'chats',
    groups
      .filter(({ members }) => members.includes(account))
      .map(({ name, chatType }) => ({
        text: `${name}（${CHAT_TYPES[chatType]}）`,
        buttons: [
          {
            label: '打开卡片',
            name,
            done: `已从「${name}」打开小程序`,
            work: async () =>
              showOnPhone(
                `从「${name}」打开`,
                await ask('POST', '/__phone/group-enter-info', {
                  account,
                  group: name,
                  allowSingleChat: true,
                }),
              ),
          },
        ],
      })),
    '这个人还没有聊天',
  );
}

async function showEmployee() {
  const [{ employees }, { requests }] = await Promise.all([
    ask('GET', '/__phone/wecom/employees'),
    ask('GET', '/__phone/wecom/requests'),
  ]);
  fillSelect(
    'employee',
    employees.map(({ userid, name }) => ({ value: userid, label: `${name}（${userid}）` })),
  );
  fillList(
    'requests',
    requests
      .filter(({ userid }) => userid === chosen('employee'))
      .map(({ id, name }) => ({
        text: name,
        buttons: [
          {
            label: '通过',
            done: `已通过 ${name}`,
            work: () => ask('POST', `/__phone/wecom/requests/${id}/accept`),
          },
        ],
      })),
    '没有人在等',
  );
}

/** The text of a code in a picture; said plainly when there is none. */
async function readPicture(file) {
  const bitmap = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = window.jsQR(data, width, height);
  if (found === null) throw new Error('图片里没有看到码');
  return found.data;
}

async function scan() {
  const [picture] = byId('code-picture').files;
  const text = picture === undefined ? chosen('code-text').trim() : await readPicture(picture);
  if (text === '') throw new Error('请先填写码里的文字，或上传图片');
  byId('code-text').value = text;
  const account = chosen('account');
  const isWecom = text.startsWith('https://work.weixin.qq.com/');
  const answer = isWecom
    ? await ask('POST', '/__phone/wecom/scan', { account, text })
    : await ask('POST', '/__phone/open', { text, by: picture === undefined ? 'scan' : 'album' });
  showOnPhone(isWecom ? '扫了企业微信的码' : '扫码打开小程序', answer);
}

/** Joins the buttons of both sides; `refresh` shows them as they are now. */
export function joinSides() {
  const refresh = () => Promise.all([showPhone(), showEmployee()]);
  for (const id of ['account', 'employee']) byId(id).addEventListener('change', () => void refresh());
  press('log-in', '已登录，登录 code 五分钟内有效', async () =>
    showOnPhone('wx.login', await ask('POST', '/__phone/login', { account: chosen('account') })),
  );
  press('scan', '扫好了', scan);
  return { refresh };
}
