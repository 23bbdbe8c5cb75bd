// @ts-check
// Counting the words of a box that has a friendly limit. It counts, it does not refuse.
{
  /** What to say of a box; a draft that nobody touched is not counted. @param {HTMLTextAreaElement} box */
  Alongside.counted = ({ dataset, value, defaultValue }) => {
    const limit = Number(dataset.words);
    const words = value === defaultValue ? 0 : value.split(/\s+/).filter(Boolean).length;
    const counted = `${words} ${words === 1 ? "word" : "words"}.`;
    const over = `That is more than ${limit}: which of them matter most?`;
    const plenty = limit ? `About ${limit} words is plenty.` : "";
    return `${words ? counted : ""} ${limit && words > limit ? over : plenty}`;
  };
}
