// What both scripts of the page stand on: calls of the box, and what they leave on the screen.
export const byId = (id) => document.getElementById(id);

/** One call of the box; what it says when it refuses is shown where the person looks. */
export async function ask(method, path, payload) {
  const answer = await fetch(path, {
    method,
    ...(payload === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }),
  });
  const text = await answer.text();
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  if (!answer.ok) throw new Error(body.message ?? body.errMsg ?? `HTTP ${answer.status}`);
  return body;
}

export const say = (text) => {
  byId('said').textContent = text;
};

export const showOnPhone = (title, answer) => {
  byId('phone-screen').textContent = `${title}\n${JSON.stringify(answer, null, 2)}`;
};

let afterAct = async () => {};

/** What is shown anew after every press. */
export const afterEachAct = (work) => {
  afterAct = work;
};

/** Runs what a button stands for, shows what is new, and then says what came of it. */
export async function act(done, work) {
  say('');
  let outcome = done;
  try {
    await work();
  } catch (error) {
    outcome = `没有成功：${error.message}`;
  }
  try {
    await afterAct();
  } finally {
    say(outcome);
  }
}

export const press = (id, done, work) => byId(id).addEventListener('click', () => void act(done, work));

/** A list whose rows have a name and buttons; an empty one says so. */
export function fillList(id, rows, empty) {
  const list = byId(id);
  list.replaceChildren(
    ...rows.map(({ text, buttons }) => {
      const row = document.createElement('li');
      const name = document.createElement('span');
      name.textContent = text;
      row.append(name);
      for (const { label, done, work, name: buttonName } of buttons) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        if (buttonName !== undefined) button.dataset.name = buttonName;
        button.addEventListener('click', () => void act(done, work));
        row.append(button);
      }
      return row;
    }),
  );
  if (rows.length > 0) return;
  const row = document.createElement('li');
  row.textContent = empty;
  list.append(row);
}

/** Keeps what is chosen when the choices change. */
export function fillSelect(id, options) {
  const select = byId(id);
  const chosen = select.value;
  select.replaceChildren(
    ...options.map(({ value, label }) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = label;
      return option;
    }),
  );
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
}

export const chosen = (id) => byId(id).value;
