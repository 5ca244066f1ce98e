/** A yes or no with its name beside it. */
export function CheckBox(props: {
  readonly name: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  const { name, isChecked, isDisabled = false, onChange } = props;
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} disabled={isDisabled} onChange={({ target }) => onChange(target.checked)} />
      <span>{name}</span>
    </label>
  );
}
