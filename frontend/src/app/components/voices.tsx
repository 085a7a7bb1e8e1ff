/** A quiet picture: the voices of a conversation, one after the other. */
export function Voices({ className }: { className: string }) {
  const turns = [
    [62, 6, 30],
    [54, 15, 22],
    [70, 24, 34],
    [58, 33, 16],
    [76, 42, 28],
    [60, 51, 24],
    [68, 60, 36],
    [56, 69, 18],
    [72, 78, 30],
    [60, 87, 26],
  ] as const;
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="xMaxYMid slice"
      className={className}
      aria-hidden="true"
    >
      {turns.map(([x, y, width], index) => (
        <rect
          key={y}
          x={x}
          y={y}
          width={width}
          height="6.4"
          rx="3.2"
          fill={index % 3 === 1 ? '#ffd479' : '#ffffff'}
          opacity={index % 3 === 1 ? 0.16 : 0.05}
        />
      ))}
    </svg>
  );
}
