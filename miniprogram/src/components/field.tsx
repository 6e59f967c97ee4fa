import { Input, Text, Textarea, View } from '@tarojs/components';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** What may be written, as long as nothing is. */
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of any text with its name above it. */
export function TextField({ id, label, hint, value, maxLength, isDisabled = false, onChange }: FieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Input
        id={id}
        className="field__input"
        type="text"
        value={value}
        placeholder={hint}
        placeholderClass="field__hint"
        maxlength={maxLength}
        disabled={isDisabled}
        ariaLabel={label}
        onInput={({ detail }) => {
          onChange(detail.value);
        }}
      />
    </View>
  );
}

/** Some lines of any text; it grows with what is written. */
export function LongTextField({
  id,
  label,
  hint,
  value,
  maxLength,
  isDisabled = false,
  onChange,
}: FieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Textarea
        id={id}
        className="field__input field__input--long"
        value={value}
        placeholder={hint}
        placeholderClass="field__hint"
        maxlength={maxLength}
        disabled={isDisabled}
        autoHeight
        ariaLabel={label}
        onInput={({ detail }) => {
          onChange(detail.value);
        }}
      />
    </View>
  );
}

/** One line of digits with its name above it: the name stays when something has been written. */
export function DigitField({ id, label, hint, value, maxLength, isDisabled = false, onChange }: FieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Input
        id={id}
        className="field__input"
        type="number"
        value={value}
        placeholder={hint}
        placeholderClass="field__hint"
        maxlength={maxLength}
        disabled={isDisabled}
        ariaLabel={label}
        onInput={({ detail }) => {
          onChange(detail.value.replace(/\D/g, ''));
        }}
      />
    </View>
  );
}
