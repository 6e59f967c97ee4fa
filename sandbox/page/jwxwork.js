// What WeCom's own client puts into a page beside a chat: wx.config, wx.agentConfig, wx.invoke. Here the client is
// the chat window around the frame; it answers by messages.
(() => {
  const waiting = new Map();
  let count = 0;
  let onReady = [];
  let onError = null;
  let isReady = false;

  const call = (api, params) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      const { success: _success, fail: _fail, ...plain } = params;
      const url = window.location.href.split('#')[0];
      window.parent.postMessage({ sandboxWecom: 'call', id: count, api, params: plain, url }, '*');
    });

  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || data?.sandboxWecom !== 'answer') return;
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });

  const isOk = (answer) => answer.err_msg.endsWith(':ok');
  const wx = {
    config: (params) =>
      void call('config', params).then((answer) => {
        isReady = isOk(answer);
        if (!isReady) return onError?.({ errMsg: answer.err_msg });
        for (const run of onReady) run();
        onReady = [];
      }),
    ready: (run) => (isReady ? run() : onReady.push(run)),
    error: (run) => {
      onError = run;
    },
    agentConfig: (params) =>
      void call('agentConfig', params).then((answer) => {
        const told = { ...answer, errMsg: answer.err_msg };
        if (isOk(answer)) params.success?.(told);
        else params.fail?.(told);
      }),
    invoke: (api, params, done) => void call(api, params ?? {}).then((answer) => done?.(answer)),
    checkJsApi: ({ jsApiList, success }) =>
      success?.({
        checkResult: Object.fromEntries(
          jsApiList.map((api) => [
            api,
            ['getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage'].includes(api),
          ]),
        ),
      }),
  };
  window.wx = wx;
  window.jWeixin = wx;
})();
