// What the picture worker needs of libvips, OpenCV and the kernel, and nothing more.
#ifndef HORNBOOK_CPICTURES_H
#define HORNBOOK_CPICTURES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Eight-bit sRGB, three bytes a pixel, row after row without gaps. `pixels` is freed with `hb_free`.
typedef struct {
    int32_t width;
    int32_t height;
    uint8_t *pixels;
} hb_image;

/// A part of a picture, in pixels from its top left.
typedef struct {
    int32_t x;
    int32_t y;
    int32_t width;
    int32_t height;
} hb_area;

enum { HB_JPEG = 1, HB_PNG = 2, HB_WEBP = 3, HB_GIF = 4 };
enum { HB_DONE = 0, HB_BROKEN = 1, HB_TOO_LARGE = 2 };

/// Limits on memory and processor time; no file may be written, no core dumped. Returns 0 when all of them hold.
int hb_limit(uint64_t memory_bytes, uint64_t processor_seconds);

/// From here on no file can be opened, no program started and no connection made, as far as the kernel can see to it.
void hb_confine(void);

/// Starts libvips with every loader refused but those of the four formats. Returns 0 when it did.
int hb_start(void);

/// Decodes the first frame, turned upright, in sRGB, its long side at most `long_side`; transparency becomes white.
/// The size that the header tells is held against the limits before any pixel is decoded.
int hb_decode(
    int format, const uint8_t *bytes, size_t count, int64_t most_pixels, int32_t most_side, int32_t long_side,
    hb_image *image);

/// A JPEG without any metadata, its long side at most `long_side`. `bytes` is freed with `hb_free`.
int hb_encode(const hb_image *image, int32_t long_side, int quality, uint8_t **bytes, size_t *count);

void hb_free(void *memory);

/// A search for faces: its two descriptions of what a face looks like, read once. Null when they cannot be read.
typedef struct hb_faces hb_faces;
hb_faces *hb_faces_open(const char *frontal, const char *profile);

/// Writes at most `most` faces and returns how many there are; negative when the search failed.
int hb_faces_find(hb_faces *faces, const hb_image *image, hb_area *found, int most);

#ifdef __cplusplus
}
#endif
#endif
