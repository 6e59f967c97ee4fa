// The page of the box: each button is one call of a route that tests use too.
import { act, afterEachAct, ask, byId, chosen, fillList, press, say } from './dom.js';
import { joinSides } from './sides.js';

const time = (at) => new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

async function showClock() {
  const { at, isRunning } = await ask('GET', '/__control/clock');
  byId('clock').textContent = `${time(at)}（北京时间）${isRunning ? '' : '，已停住'}`;
}

async function showFaults() {
  const { faults } = await ask('GET', '/__control/faults');
  fillList(
    'faults',
    faults.map(({ id, api, kind, caller, left, every }) => ({
      text: [
        `${api} ${kind}`,
        ...(caller === undefined ? [] : [`只对 ${caller}`]),
        ...(left === null ? [] : [`还有 ${left} 次`]),
        ...(every === 1 ? [] : [`每 ${every} 次`]),
      ].join('，'),
      buttons: [{ label: '关掉', done: '故障已关掉', work: () => ask('DELETE', `/__control/faults/${id}`) }],
    })),
    '没有打开的故障',
  );
}

async function showJournal() {
  const filter = {
    api: chosen('journal-api'),
    caller: chosen('journal-caller'),
    outcome: chosen('journal-outcome'),
  };
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  query.set('limit', '100');
  const { entries } = await ask('GET', `/__control/journal?${query}`);
  byId('journal').replaceChildren(
    ...[...entries].reverse().map((entry) => {
      const row = document.createElement('tr');
      for (const text of [
        time(entry.at),
        entry.api,
        entry.account ?? entry.appId ?? '',
        entry.verdict.words,
      ]) {
        const cell = document.createElement('td');
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    }),
  );
  byId('journal-empty').hidden = entries.length > 0;
}

async function refresh() {
  await Promise.all([showClock(), showFaults(), showJournal(), sides.refresh()]);
}

const clock = (payload) => ask('POST', '/__control/clock', payload);
for (const button of document.querySelectorAll('[data-advance]')) {
  const ms = Number(button.dataset.advance);
  button.addEventListener('click', () => void act('时间已拨快', () => clock({ act: 'advance', ms })));
}
press('clock-stop', '时间已停住', () => clock({ act: 'stop' }));
press('clock-run', '时间继续走', () => clock({ act: 'run' }));
press('clock-real', '已回到真实时间', () => clock({ act: 'real_time' }));
press('clock-set', '时间已改', () => clock({ act: 'set', at: `${chosen('clock-at')}:00+08:00` }));
press('fault-add', '故障已打开', () => {
  const caller = chosen('fault-caller');
  const times = chosen('fault-times');
  return ask('POST', '/__control/faults', {
    api: chosen('fault-api'),
    kind: chosen('fault-kind'),
    every: Number(chosen('fault-every') || 1),
    ...(caller === '' ? {} : { caller }),
    ...(times === '' ? {} : { times: Number(times) }),
  });
});
press('faults-clear', '故障都关掉了', () => ask('DELETE', '/__control/faults'));
press('journal-show', '流水已更新', async () => {});
press('journal-clear', '流水已清空', () => ask('DELETE', '/__control/journal'));
press('reset', '已恢复', () => ask('POST', '/__control/reset'));

const sides = joinSides();
afterEachAct(refresh);
await refresh();
say('沙箱在运行');
