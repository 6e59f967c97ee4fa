import { InputNumber } from 'antd';

/** The field of antd in a file of its own, so that a page without a number does not fetch it. */
export default InputNumber;
