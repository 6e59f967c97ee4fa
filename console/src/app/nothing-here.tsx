export function NothingHere({ sentence }: { sentence: string }) {
  return (
    <div className="state">
      <p>{sentence}</p>
    </div>
  );
}
