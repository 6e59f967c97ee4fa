import { InputNumber, type InputNumberProps } from 'antd';

/** The field of antd in a file of its own, so that it is fetched when the first number is shown. */
export default function NumberEntry<Value extends string | number>(props: InputNumberProps<Value>) {
  return <InputNumber<Value> {...props} />;
}
