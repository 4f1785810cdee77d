/* A server that is near answers before anybody sees: what was sent and that it was taken are then one frame instead of
 * two. One that is far is not waited for. Whatever happens in between to the field, or to the page, draws first. */
const ECHO = 60;
let undrawn = null;

export const draw = () => {
  const drawing = undrawn;
  undrawn = null;
  drawing?.();
};

export const drawSoon = (drawing) => {
  draw();
  undrawn = drawing;
  setTimeout(() => undrawn === drawing && draw(), ECHO);
};
