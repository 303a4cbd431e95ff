// A hiker stands on a rock above misty mountains at sunset. Lengths in metres, the view is along +z.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<-0.16, 0.095, 1>);
#declare CloudScale = 0.45;
#declare CloudCover = 0.5;
#include "sunset.inc"
#include "figure.inc"

camera { location <0, 2.2, -11> right x * image_width / image_height up y angle 40 look_at <0.1, 2.75, 0> }
light_source { SunDirection * 60000 rgb <1.9, 0.95, 0.4> }
light_source { <-300, 900, -500> rgb <0.05, 0.055, 0.08> shadowless }

// Ridges far below and behind, each paler in the haze.
#declare Ridge = function(x, z) { 1 - abs(2 * f_noise3d(x, 3, z) - 1) }
#declare Mountains = function(x, z) {
  0.5 * pow(Ridge(x, z), 1.5) + 0.26 * Ridge(2.1 * x + 5, 2.1 * z) * Ridge(x, z) + 0.13 * Ridge(4.3 * x, 4.3 * z + 3) + 0.06 * Ridge(9 * x, 9 * z)
    + 0.03 * Ridge(19 * x, 19 * z)
}
// Haze between the camera and a point takes the colour of the sky above the horizon there; it is
// thickest in the valleys.
#declare Away = function(x, y, z) { sqrt(x * x + y * y + z * z) }
#declare Haze = function(x, y, z) { 1 - exp(-Away(x, y, z) * (0.00006 + 0.00042 * exp(-max(0, y + 2750) / 420))) }
#declare FarRed = function(x, y, z) { Mix(0.022, 0.92 * SkyRed(x / Away(x, y, z), 0.02, z / Away(x, y, z)), Haze(x, y, z)) }
#declare FarGreen = function(x, y, z) { Mix(0.024, 0.92 * SkyGreen(x / Away(x, y, z), 0.02, z / Away(x, y, z)), Haze(x, y, z)) }
#declare FarBlue = function(x, y, z) { Mix(0.036, SkyBlue(x / Away(x, y, z), 0.02, z / Away(x, y, z)), Haze(x, y, z)) }
height_field {
  function 1300, 1300 { min(0.999, Mountains(7 * x + 2.2, 7 * (1 - y) + 0.4)) }
  smooth
  translate <-0.5, 0, 0>
  scale <24000, 3400, 24000>
  translate <0, -2950, 1500>
  ChannelPigment(FarRed, FarGreen, FarBlue)
  finish { ambient 0 diffuse 0 emission 1 }
}

// The rock in front.
#declare Stone = texture {
  pigment { granite color_map { [0 rgb <0.03, 0.027, 0.025>] [1 rgb <0.12, 0.1, 0.09>] } scale 0.7 }
  normal { granite 0.4 scale 0.3 }
  finish { ambient 0 diffuse 0.8 }
}
#declare Crag = function(x, z) {
  2.05 - 0.055 * pow(x - 1.6, 2) - 0.5 * Ramp(x, -5, 1) * Ramp(-x, -0.6, 1.4) - 1.9 * Ramp(-x, 1.2, 4.2) - 0.085 * pow(min(z - 0.3, 0), 2) - 0.02 * pow(max(z - 0.3, 0), 2)
    + 1.0 * (Ridge(0.42 * x + 1, 0.42 * z) - 0.6) * Ramp(abs(x - 1.6), 0.3, 2) + 0.45 * (Ridge(1.3 * x, 1.3 * z) - 0.5) * Ramp(abs(x - 1.6), 0.15, 1)
    + 0.14 * (Ridge(4 * x, 4 * z) - 0.5) + 0.05 * f_noise3d(11 * x, 0, 11 * z)
}
#declare Rock = height_field {
  function 900, 700 { min(0.999, max(0, (Crag((x - 0.5) * 16, -6 + (1 - y) * 11) + 4) / 8)) }
  smooth
  translate <-0.5, 0, 0>
  scale <16, 8, 11>
  translate <0, -4, -6>
  texture { Stone }
}
object { Rock }

// The hiker looks into the distance, the weight on one leg, a rucksack on the back, a stick in the hand.
#declare Cloth = texture { pigment { rgb <0.03, 0.03, 0.035> } finish { ambient 0 diffuse 0.7 } }
#declare Skin = texture { pigment { rgb <0.14, 0.085, 0.06> } finish { ambient 0 diffuse 0.7 } }
#declare Hit = <0, 0, 0>;
#declare Ground = trace(Rock, <1.6, 9, 0.3>, -y, Hit);
union {
  Leg(<0, 0.93, 0.1>, <0.02, 0.1, 0.16>, x, vnormalize(<1, 0, 0.35>), Cloth, Cloth)
  Leg(<0, 0.93, -0.1>, <0.1, 0.14, -0.22>, x, vnormalize(<1, 0, -0.4>), Cloth, Cloth)
  Trunk(<0, 0.95, 0>, <0.03, 1.47, 0>, z, Cloth)
  Arm(<0.02, 1.41, 0.2>, <0.06, 0.98, 0.33>, <-0.6, 0, 0.6>, Cloth, Skin)
  Arm(<0.02, 1.41, -0.2>, <0.28, 1.08, -0.42>, <-0.5, 0, -0.8>, Cloth, Skin)
  Head(<0.03, 1.48, 0>, <0.06, 1.66, 0>, Skin, Cloth)
  superellipsoid { <0.5, 0.45> scale <0.13, 0.29, 0.19> rotate z * -4 translate <-0.2, 1.22, 0> texture { Cloth } }
  Limb(<-0.2, 1.56, -0.19>, 0.075, <-0.2, 1.56, 0.19>, 0.075)
  Limb(<0.28, 1.2, -0.42>, 0.014, <0.36, -0.05, -0.5>, 0.012)
  texture { Cloth }
  rotate y * -125
  translate Ground
}
