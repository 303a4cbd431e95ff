// A red ball lies in the grass of a park. Lengths in metres.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<-0.6, 0.72, -0.35>);
#declare CloudScale = 0.55;
#declare CloudCover = 0.5;
#include "day.inc"
#include "grass.inc"
#include "tree.inc"

camera { location <0, 0.3, -1.5> right x * image_width / image_height up y angle 40 look_at <0.04, 0.24, 0> }
light_source { SunDirection * 5000 rgb <1.85, 1.7, 1.42> }
light_source { <900, 1200, -300> rgb <0.2, 0.25, 0.34> shadowless }
light_source { <-300, 1200, 900> rgb <0.16, 0.19, 0.25> shadowless }
light_source { <400, -150, -900> rgb <0.15, 0.17, 0.1> shadowless }

plane { y, 0 pigment { bozo color_map { [0 rgb <0.06, 0.095, 0.02>] [1 rgb <0.1, 0.15, 0.035>] } scale 0.8 } finish { ambient 0 diffuse 0.8 } }
#declare Patches = array[4];
#for (I, 0, 3)
  #declare Patches[I] = GrassPatch(5500, 0.085, 0.0017, <0.17, 0.31, 0.055> * (0.9 + 0.08 * I), 131 + I)
#end
Meadow(Patches, -1, 38, 0.9, 6)

#declare Crowns = array[3];
#for (I, 0, 2)
  #declare Crowns[I] = Crown(9000, 0.042, <0.07 + 0.025 * I, 0.14 + 0.025 * I, 0.042>, 51 + I)
#end
TreeRow(Crowns, <-50, 0, 82>, <50, 0, 86>, 34, 7, 13, 18)
TreeRow(Crowns, <-40, -0.6, 66>, <40, -0.6, 70>, 70, 2, 4, 19)

// A rubber ball with a moulded seam and the dust of use.
#declare Radius = 0.15;
difference {
  sphere { 0, Radius }
  torus { Radius, 0.0016 }
  pigment {
    granite
    color_map { [0 rgb <0.5, 0.012, 0.01>] [0.62 rgb <0.58, 0.016, 0.012>] [0.85 rgb <0.46, 0.04, 0.025>] [1 rgb <0.36, 0.09, 0.05>] }
    scale 0.4
  }
  normal { bumps 0.05 scale 0.004 }
  finish { ambient 0 diffuse 0.85 specular 0.22 roughness 0.02 reflection { 0.01, 0.25 fresnel on } }
  interior { ior 1.4 }
  rotate <24, 35, -18>
  translate <0.05, Radius + 0.012, 0>
}
