import { describe, expect, it } from '@jest/globals';
import { fitsType } from './typed-values.ts';

describe('values of a template', () => {
  it.each([
    ['thing1', '二'.repeat(20), '二'.repeat(21)],
    ['number2', '-12345678901234567890.123', 'x1'],
    ['number2', '1'.repeat(32), '1'.repeat(33)],
    ['letter3', 'a'.repeat(32), 'a1'],
    ['symbol4', '!?#%&', '!?#%&*'],
    ['character_string5', 'AB-12/34', '编号12'],
    ['time6', '15:01', '25:01'],
    ['time6', '2019年10月1日 15:01', '2019-10-01 15:01'],
    ['time6', '2019年10月1日 15:01~2019年10月1日 16:01', '15:01-16:01'],
    ['date7', '2019年10月1日', '10月1日'],
    ['date7', '2019年10月1日 15:01', '2019/10/1'],
    ['amount8', '¥1234567890.12元', '12345678901'],
    ['phone_number9', '+86-0766-66888866', '0'.repeat(18)],
    ['car_number10', '粤A8Z888挂', '粤A8Z888挂车辆'],
    ['name11', '古丽·买买提', '古'.repeat(11)],
    ['name11', 'Ann Lee', 'a'.repeat(21)],
    ['phrase12', '审核通过', '审核通过了吗'],
    ['phrase12', '已报名', 'ok'],
    ['thing1', '一行', '两\n行'],
    ['thing1', '一行', '铃\u0007'],
  ])('SBX-304 E-01 %s takes %j and refuses %j', (key, good, bad) => {
    expect([fitsType(key, good), fitsType(key, bad)]).toEqual([true, false]);
  });

  it('SBX-304 E-01 a key without a known type takes nothing', () => {
    expect(fitsType('keyword1', 'x')).toBe(false);
  });
});
