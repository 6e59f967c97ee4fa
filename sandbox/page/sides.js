// The two sides of the box that people touch: the phone of a customer, and WeCom of an employee.
import { ask, byId, chosen, fillList, fillSelect, press, showOnPhone } from './dom.js';

const CHAT_TYPES = { 1: '好友聊天', 2: '企业微信聊天', 3: '微信群', 4: '客户群' };

async function showPhone() {
  const [{ accounts }, { groups }, { url }] = await Promise.all([
    ask('GET', '/__phone/accounts'),
    ask('GET', '/__phone/groups'),
    ask('GET', '/__box/app'),
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
            work: async () => {
              // Where the app runs in a browser, the card opens it there, told of the chat by its address.
              if (url !== null)
                window.open(`${url}#/pages/home/index?chat=${encodeURIComponent(name)}`, '_blank');
              showOnPhone(
                `从「${name}」打开`,
                await ask('POST', '/__phone/group-enter-info', {
                  account,
                  group: name,
                  allowSingleChat: true,
                }),
              );
            },
          },
        ],
      })),
    '这个人还没有聊天',
  );
}

/** What a person is asked to allow, and what has come to them. */
async function showMessages() {
  const account = chosen('account');
  const [{ templates }, { messages }, { mainSwitch }] = await Promise.all([
    ask('GET', '/__control/templates'),
    ask('GET', `/__phone/inbox?account=${account}`),
    ask('GET', `/__phone/subscription-settings?account=${account}`),
  ]);
  const choose = (templateId, choice) => async () =>
    showOnPhone(
      'wx.requestSubscribeMessage',
      await ask('POST', '/__phone/subscribe', {
        account,
        tmplIds: [templateId],
        choices: { [templateId]: choice },
      }),
    );
  fillList(
    'templates',
    templates.map(({ templateId, title, isBanned }) => ({
      text: [title, ...(isBanned ? ['已被平台封禁'] : []), ...(mainSwitch ? [] : ['总开关已关'])].join('，'),
      buttons: [
        {
          label: '同意一次',
          name: `accept ${templateId}`,
          done: `已同意「${title}」`,
          work: choose(templateId, 'accept'),
        },
        {
          label: '拒绝',
          name: `reject ${templateId}`,
          done: `已拒绝「${title}」`,
          work: choose(templateId, 'reject'),
        },
        {
          label: isBanned ? '解封' : '封禁',
          name: `ban ${templateId}`,
          done: isBanned ? `已解封「${title}」` : `已封禁「${title}」`,
          work: () => ask('POST', `/__control/templates/${templateId}/ban`, { isBanned: !isBanned }),
        },
      ],
    })),
    '小程序还没有订阅模板',
  );
  fillList(
    'inbox',
    [...messages].reverse().map(({ title, lines }) => ({
      text: [title, ...lines].filter((line) => line !== '').join(' · '),
      buttons: [],
    })),
    '还没有收到消息',
  );
}

/** Mass sends and moments wait for a tap: without it nobody gets anything. */
async function showTasks() {
  const userid = chosen('employee');
  const { tasks } = await ask('GET', `/__phone/wecom/tasks?userid=${userid}`);
  fillList(
    'tasks',
    tasks.map(({ id, kind, text, receivers }) => ({
      text: `${kind === 'moment' ? '朋友圈' : '群发'}：${text}（${receivers} 位客户）`,
      buttons: [
        {
          label: '确认发送',
          name: `confirm ${id}`,
          done: '已确认发送',
          work: () => ask('POST', `/__phone/wecom/tasks/${id}/confirm`, { userid }),
        },
      ],
    })),
    '没有待确认的任务',
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
  const refresh = async () => {
    // The lists follow who was chosen, so the choices come first.
    await Promise.all([showPhone(), showEmployee()]);
    await Promise.all([showMessages(), showTasks()]);
  };
  const mainSwitch = (isOn) => () =>
    ask('POST', '/__phone/subscription-settings', { account: chosen('account'), mainSwitch: isOn });
  press('switch-off', '订阅消息已全部关掉', mainSwitch(false));
  press('switch-on', '订阅消息已打开', mainSwitch(true));
  for (const id of ['account', 'employee']) byId(id).addEventListener('change', () => void refresh());
  press('log-in', '已登录，登录 code 五分钟内有效', async () =>
    showOnPhone('wx.login', await ask('POST', '/__phone/login', { account: chosen('account') })),
  );
  press('scan', '扫好了', scan);
  return { refresh };
}
