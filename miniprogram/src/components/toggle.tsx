import { View } from '@tarojs/components';
import { Tap } from './tap';

interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly isBusy?: boolean;
  readonly onTap: () => void;
}

export function Toggle({ id, label, isOn, isBusy = false, onTap }: ToggleProps) {
  return (
    <Tap id={id} className="toggle" label={label} role="switch" isOn={isOn} isDisabled={isBusy} onTap={onTap}>
      <View className={`toggle__track ${isOn ? 'toggle__track--on' : ''}`}>
        <View className="toggle__knob" />
      </View>
    </Tap>
  );
}
