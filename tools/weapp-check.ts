import { build } from './build.ts';
import { inspectWeapp } from './weapp-faults.ts';

// What WeChat's upload would refuse, and what must not leave the house, before anybody uploads.
if (await build(['weapp'])) {
  const isRelease = (process.env['SIYU_API_BASE'] ?? '') !== '';
  const { mainBytes, totalBytes, templates, faults } = inspectWeapp('miniprogram/dist/weapp', isRelease);
  const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
  for (const fault of faults) console.error(`weapp: ${fault}`);
  console.log(
    `weapp: main package ${kilobytes(mainBytes)} KB, all ${kilobytes(totalBytes)} KB, ${templates} templates, ` +
      `${faults.length} faults${isRelease ? '' : ' (a trial build: no SIYU_API_BASE, it talks to this machine)'}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} else process.exitCode = 1;
