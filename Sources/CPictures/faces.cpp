#include "CPictures.h"

#include <algorithm>
#include <new>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

struct hb_faces {
    cv::CascadeClassifier frontal;
    cv::CascadeClassifier profile;
};

hb_faces *hb_faces_open(const char *frontal, const char *profile) {
    try {
        cv::setNumThreads(1);
        auto *faces = new hb_faces;
        if (faces->frontal.load(frontal) && faces->profile.load(profile)) return faces;
        delete faces;
    } catch (...) {
        // Without them no faces are looked for, and the worker says so.
    }
    return nullptr;
}

namespace {

/// Long enough for a face at the back of a class, short enough for a second's work.
constexpr int longestSearched = 1600;

/// One face seen twice: the larger box stands when most of the smaller lies within it.
void add(std::vector<cv::Rect> &kept, const std::vector<cv::Rect> &found) {
    for (const auto &box : found) {
        bool isNew = true;
        for (auto &other : kept) {
            const double common = (box & other).area();
            if (common < 0.35 * std::min(box.area(), other.area())) continue;
            if (box.area() > other.area() && box.area() < 3 * other.area()) other = box;
            isNew = false;
            break;
        }
        if (isNew) kept.push_back(box);
    }
}

}  // namespace

int hb_faces_find(hb_faces *faces, const hb_image *image, hb_area *found, int most) {
    try {
        const cv::Mat colour(image->height, image->width, CV_8UC3, image->pixels);
        cv::Mat grey;
        cv::cvtColor(colour, grey, cv::COLOR_RGB2GRAY);
        const double scale = std::min(1.0, double(longestSearched) / std::max(image->width, image->height));
        if (scale < 1) cv::resize(grey, grey, cv::Size(), scale, scale, cv::INTER_AREA);
        cv::equalizeHist(grey, grey);
        const int least = std::max(24, std::max(grey.cols, grey.rows) / 60);
        const cv::Size smallest(least, least);

        std::vector<cv::Rect> kept, seen;
        faces->frontal.detectMultiScale(grey, seen, 1.1, 4, 0, smallest);
        add(kept, seen);
        faces->profile.detectMultiScale(grey, seen, 1.1, 5, 0, smallest);
        add(kept, seen);
        // The description is of one side only: the picture is turned over for the other.
        cv::flip(grey, grey, 1);
        faces->profile.detectMultiScale(grey, seen, 1.1, 5, 0, smallest);
        for (auto &box : seen) box.x = grey.cols - box.x - box.width;
        add(kept, seen);

        std::sort(kept.begin(), kept.end(), [](const cv::Rect &a, const cv::Rect &b) {
            return a.x != b.x ? a.x < b.x : a.y < b.y;
        });
        int count = 0;
        for (const auto &box : kept) {
            if (count == most) break;
            found[count++] = hb_area{
                int(box.x / scale), int(box.y / scale), int(box.width / scale), int(box.height / scale)};
        }
        return count;
    } catch (...) {
        return -1;
    }
}
