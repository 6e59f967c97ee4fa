// The chat window of an employee: it chooses the chat, shows it, lets both sides speak, and is WeCom's client to the
// page in its frame.
import { act, afterEachAct, ask, byId, chosen, fillList, fillSelect, press } from './dom.js';

let windowId = '';
let contacts = { customers: [], groups: [] };

/** The chat that is open: a customer, or a group. */
function where() {
  const [kind, id] = chosen('room').split(' ');
  return { userid: chosen('employee'), ...(kind === 'group' ? { chatId: id } : { account: id }) };
}

async function showContacts() {
  contacts = await ask('GET', `/__phone/wecom/contacts?userid=${encodeURIComponent(chosen('employee'))}`);
  fillSelect('room', [
    ...contacts.customers.map(({ account, name }) => ({ value: `single ${account}`, label: name })),
    ...contacts.groups.map(({ chatId, name }) => ({ value: `group ${chatId}`, label: `${name}（客户群）` })),
  ]);
}

const customersHere = () => {
  const { account, chatId } = where();
  if (chatId === undefined) return contacts.customers.filter((each) => each.account === account);
  return contacts.groups.find((group) => group.chatId === chatId)?.members ?? [];
};

function nameOf(from) {
  const person = customersHere().find(({ account }) => from.endsWith(`-${account}`));
  const employee = [...byId('employee').options].find(({ value }) => value === from);
  return person?.name ?? employee?.textContent ?? from;
}

async function showMessages() {
  if (chosen('room') === '') return fillList('messages', [], '这位员工还没有聊天');
  fillSelect('speaker', [
    { value: 'employee', label: '员工' },
    ...customersHere().map(({ account, name }) => ({ value: account, label: name })),
  ]);
  const { messages } = await ask('GET', `/__phone/wecom/chat?${new URLSearchParams(where())}`);
  fillList(
    'messages',
    messages.map(({ from, kind, words }) => ({
      text: `${nameOf(from)}：${kind === 'text' ? words : kind === 'revoke' ? '撤回了一条消息' : `[${kind}] ${words}`}`,
      buttons: [],
    })),
    '还没有消息',
  );
}

/** Another chat is another page: WeCom loads the tool anew. */
function openSidebar() {
  const url = byId('sidebar-url').value;
  windowId = crypto.randomUUID();
  byId('sidebar').src = url === '' ? 'about:blank' : url;
}

window.addEventListener('message', ({ data, source }) => {
  if (source !== byId('sidebar').contentWindow || data?.sandboxWecom !== 'call') return;
  const { id, api, params, url } = data;
  void ask('POST', '/__phone/wecom/js-calls', { windowId, where: where(), api, params, url })
    .catch((error) => ({ err_msg: `${api}:fail, ${error.message}` }))
    .then(async (answer) => {
      source.postMessage({ sandboxWecom: 'answer', id, answer }, '*');
      if (api === 'sendChatMessage') await showMessages();
    });
});

afterEachAct(showMessages);
press('send', '已发送', async () => {
  await ask('POST', '/__phone/wecom/chat', { ...where(), by: chosen('speaker'), text: byId('words').value });
  byId('words').value = '';
});
press('open-sidebar', '已打开聊天工具栏', async () => openSidebar());
byId('employee').addEventListener(
  'change',
  () => void act('', async () => showContacts().then(() => openSidebar())),
);
byId('room').addEventListener('change', () => void act('', async () => openSidebar()));

const { employees } = await ask('GET', '/__phone/wecom/employees');
fillSelect(
  'employee',
  employees.map(({ userid, name }) => ({ value: userid, label: name })),
);
const asked = new URLSearchParams(window.location.search);
if (asked.has('employee')) byId('employee').value = asked.get('employee');
await showContacts();
const room = asked.has('chat') ? `group ${asked.get('chat')}` : `single ${asked.get('customer')}`;
if ([...byId('room').options].some(({ value }) => value === room)) byId('room').value = room;
byId('sidebar-url').value = asked.get('sidebar') ?? '';
await showMessages();
openSidebar();
