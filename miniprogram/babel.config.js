module.exports = (api) => {
  api.cache.using(() => process.env.TARO_ENV);
  return {
    presets: [
      [
        'taro',
        {
          framework: 'react',
          ts: true,
          compiler: 'webpack5',
          useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
        },
      ],
    ],
  };
};
