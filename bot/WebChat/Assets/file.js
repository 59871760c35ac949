// A file as it is sent: photos lighter, so that they get through a slow network, and without what the camera wrote into them.

const HEAVY = 200_000; // octets
const LONGEST = 1600; // pixels; print on an identity card can be read at that
const QUALITY = 0.8;

const THUMB = 240; // pixels

export async function lighter(file) {
  if (!file.type.startsWith("image/") || file.size < HEAVY) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = drawn(picture, LONGEST);
    const photo = await new Promise(done => canvas.toBlob(done, "image/jpeg", QUALITY));
    return photo && photo.size < file.size ? new File([photo], file.name.replace(/\.\w+$/u, ".jpg"), { type: photo.type }) : file;
  } catch {
    return file; // a browser that cannot draw it sends it as it is
  }
}

/** A small picture of a photo, drawn here and nowhere fetched; null for what is none. */
export async function thumbnail(file) {
  if (!file.type.startsWith("image/")) return null;
  try {
    return drawn(await createImageBitmap(file, { imageOrientation: "from-image" }), THUMB);
  } catch {
    return null;
  }
}

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
